import { scaleUtc } from 'd3-scale';
import { exactDuration, timeBetween } from '../words/durations.ts';
import { type Story, workedUpTo } from '../report/index.ts';

/** The time axis of a run; time when nobody worked on it takes no room. */
export interface TimeAxis {
  /** The percentage of the width for a time. */
  at(time: string): number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Where the run was left, and for how long. */
  readonly gaps: readonly { readonly at: number; readonly label: string }[];
  /** The budget; `null` if there is none, or it is so far off that the steps would be too small. */
  readonly budget: number | null;
}

/** A budget longer than this many times the run is named but not drawn. */
const MOST_BUDGET = 2;
/** More labels than this would overlap on a phone. */
const MOST_TICKS = 6;

/** The axis of a run's timeline, in time that somebody worked on it. */
export function timeAxis({ sittings, state: { started } }: Story): TimeAxis {
  const worked = sittings.reduce((sum, { from, to }) => sum + to - from, 0);
  const budgetMs = started?.budgetSeconds == null ? null : started.budgetSeconds * 1000;
  const shown = budgetMs !== null && budgetMs <= worked * MOST_BUDGET;
  const scale = scaleUtc().domain([0, Math.max(1, worked, shown ? budgetMs * 1.02 : 0)]).range([0, 100]).clamp(true);
  return {
    at: (time) => scale(workedUpTo(sittings, time)),
    ticks: fewer(scale.ticks(MOST_TICKS - 1)).map((tick) => ({ at: scale(tick), label: tick.getTime() === 0 ? '0' : exactDuration(tick.getTime()) })),
    gaps: sittings.slice(1).flatMap(({ from }, index) => {
      const before = sittings[index];
      return before === undefined ? [] : [{ at: scale(workedUpTo(sittings, new Date(before.to).toISOString())), label: timeBetween(before.to, from) }];
    }),
    budget: shown ? scale(budgetMs) : null,
  };
}

function fewer(ticks: readonly Date[]): readonly Date[] {
  return ticks.length <= MOST_TICKS ? ticks : fewer(ticks.filter((_, index) => index % 2 === 0));
}
