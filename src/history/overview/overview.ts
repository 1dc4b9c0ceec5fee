import { namesProduction } from '../../context/index.ts';
import type { Runbook } from '../../model/index.ts';
import { findDays, readDate } from '../dates/index.ts';
import { historyTotals } from './totals.ts';
import type { Execution, HistoryTotals, RunbookHistory } from '../types.ts';

/** How a runbook stands, for whoever looks after many: how it is kept, how it was drilled and run, what it lacks. */
export interface Overview {
  readonly path: string;
  readonly title: string | null;
  readonly owner: string | null;
  readonly budgetSeconds: number | null;
  /** Days since the last review; `null` where no date says. */
  readonly reviewAgeDays: number | null;
  /** Oldest first. */
  readonly executions: readonly Execution[];
  readonly totals: HistoryTotals;
  readonly lastDrill: Execution | null;
  /** On production, or where nothing says that it was a drill. */
  readonly lastReal: Execution | null;
  /** What needs attention, the worst first. */
  readonly attention: readonly string[];
  /** How much: more is worse. */
  readonly weight: number;
}

/** What a team expects of its runbooks. */
export interface OverviewRules {
  readonly now: Date;
  readonly reviewDays: number;
  readonly drillDays: number;
  /** Names that are production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
}

/** A success rate below this, of at least so many runs, needs attention. */
const GOOD_RATE = 0.8;
const ENOUGH_RUNS = 3;
/** So many of the latest runs are looked at for the budget. */
const LATEST = 5;

/** The overview of a runbook with these executions of it. */
export function overviewOf({ metadata, path, title }: Pick<Runbook, 'metadata' | 'path' | 'title'>, { executions, budgetSeconds }: RunbookHistory, rules: OverviewRules): Overview {
  const reviewed = metadata.lastReviewed === null ? null : (readDate(metadata.lastReviewed.value)?.date ?? null);
  const totals = historyTotals(executions, budgetSeconds, rules.now);
  const reviewAgeDays = reviewed === null ? null : daysSince(reviewed, rules.now);
  const due = reviewDue(metadata.reviewIn?.value ?? '', reviewAgeDays, rules);
  const owner = metadata.owner?.value ?? null;
  const reasons = [
    ...runReasons(executions, totals, budgetSeconds, rules),
    ...(reviewAgeDays === null ? [reason(20, 'no date of a review')] : due > 0 ? [reason(30, `its review is ${days(due)} overdue`)] : []),
    ...(owner === null ? [reason(10, 'no owner')] : []),
  ].sort((a, b) => b.weight - a.weight);
  return {
    path,
    title: title?.value ?? null,
    owner,
    budgetSeconds,
    reviewAgeDays,
    executions,
    totals,
    lastDrill: executions.findLast((execution) => isDrill(execution, rules.production)) ?? null,
    lastReal: executions.findLast((execution) => !isDrill(execution, rules.production)) ?? null,
    attention: reasons.map(({ words }) => words),
    weight: reasons.reduce((sum, { weight }) => sum + weight, 0),
  };
}

interface Reason {
  readonly weight: number;
  readonly words: string;
}

function reason(weight: number, words: string): Reason {
  return { weight, words };
}

function runReasons(executions: readonly Execution[], totals: HistoryTotals, budgetSeconds: number | null, { drillDays }: OverviewRules): readonly Reason[] {
  const last = executions.at(-1);
  if (last === undefined) return [reason(60, 'never run')];
  const latest = executions.slice(-LATEST).filter(({ durationSeconds }) => durationSeconds !== null);
  const over = latest.filter(({ durationSeconds }) => budgetSeconds !== null && (durationSeconds ?? 0) > budgetSeconds).length;
  return [
    ...(last.outcome === 'failed' || last.outcome === 'aborted' ? [reason(100, last.outcome === 'failed' ? 'the last run failed' : 'the last run was aborted')] : []),
    ...(totals.daysSinceSuccess === null ? [reason(50, 'no run has succeeded')] : totals.daysSinceSuccess > drillDays ? [reason(40, `the last success was ${days(totals.daysSinceSuccess)} ago; expected within ${days(drillDays)}`)] : []),
    ...(totals.successRate !== null && totals.runs >= ENOUGH_RUNS && totals.successRate < GOOD_RATE ? [reason(25, `${Math.round(totals.successRate * 100)} % of its runs succeed`)] : []),
    ...(over * 2 > latest.length ? [reason(20, `over its budget in ${over} of the last ${latest.length} runs`)] : []),
  ];
}

/** Days by which a review is overdue; 0 or less where it is not. */
function reviewDue(own: string, ageDays: number | null, { now, reviewDays }: OverviewRules): number {
  const day = readDate(own)?.date ?? null;
  if (day !== null) return daysSince(day, now);
  return ageDays === null ? 0 : ageDays - (findDays(own) ?? reviewDays);
}

/** A run that says it is a drill, or whose target is none of production. */
function isDrill({ target, cells }: Execution, production: readonly string[] | null): boolean {
  if (Object.values(cells).some((cell) => /\b(?:drill|drilled|game ?day|rehearsal|exercise|fire ?drill|test run)\b/i.test(cell))) return true;
  return target !== null && !namesProduction(target, production);
}

function daysSince(date: Date, now: Date): number {
  return Math.floor((now.getTime() - date.getTime()) / 86_400_000);
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
