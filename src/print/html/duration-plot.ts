import { scaleLinear, scaleUtc } from 'd3-scale';
import { type Execution, type Overview, wholeRuns } from '../../history/index.ts';
import { counted, DAY_MS } from '../../model/index.ts';
import { shortDate, spokenDuration } from '../words/durations.ts';
import { html, type Markup } from './markup.ts';
import { anchorAt, mark, rounded, type Shape } from './shape.ts';

const HEIGHT = 120;
/** Room for a mark at the top. */
const TOP = 8;
const DATE_TICKS = 4;
const DURATION_TICKS = 3;

/** Shapes of the outcomes, which tell them apart without colour. */
export const OUTCOMES: Readonly<Record<Execution['outcome'], { readonly shape: Shape; readonly tone: string }>> = {
  success: { shape: 'circle', tone: 'good' },
  failed: { shape: 'cross', tone: 'bad' },
  aborted: { shape: 'square', tone: 'warn' },
  unknown: { shape: 'triangle', tone: 'off' },
};

interface Timed {
  readonly execution: Execution;
  readonly date: Date;
  readonly seconds: number;
}

/** A plot of how long each run took, against the budget. Empty if fewer than two runs have both a date and a duration. */
export function durationPlot({ executions, budgetSeconds }: Overview): Markup | null {
  const timed = wholeRuns(executions).flatMap((execution): readonly Timed[] => (execution.date === null || execution.durationSeconds === null ? [] : [{ execution, date: execution.date, seconds: execution.durationSeconds }]));
  const [first] = timed;
  const last = timed.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const apart = Math.max(last.date.getTime() - first.date.getTime(), DAY_MS);
  const x = scaleUtc().domain([first.date.getTime() - apart * 0.03, last.date.getTime() + apart * 0.03]).range([0, 100]);
  const unit = unitFor(Math.max(budgetSeconds ?? 0, ...timed.map(({ seconds }) => seconds)));
  const y = scaleLinear().domain([0, Math.max(1, budgetSeconds === null ? 0 : budgetSeconds / unit.seconds, ...timed.map(({ seconds }) => seconds / unit.seconds))]).nice(DURATION_TICKS).range([HEIGHT, TOP]);
  const ticks = dayTicks(x.ticks(DATE_TICKS));
  return html`<figure class="plot"><figcaption class="soft small">Duration of each run, in ${unit.name}${budgetSeconds === null ? null : `; dashed: the budget of ${spokenDuration(budgetSeconds)}`}</figcaption><div>
<svg class="scale" width="100%" height="${HEIGHT + 20}" aria-hidden="true">${y.ticks(DURATION_TICKS).map((value) => html`<text x="100%" dx="-6" y="${y(value) + 4}" text-anchor="end">${value}</text>`)}</svg>
<svg width="100%" height="${HEIGHT + 20}" role="img" aria-label="${plotWords(timed, budgetSeconds)}">${y.ticks(DURATION_TICKS).map((value) => html`<line class="grid" x1="0" x2="100%" y1="${y(value)}" y2="${y(value)}"/>`)}${ticks.map(({ tick, label }) => html`<text x="${rounded(x(tick))}%" y="${HEIGHT + 16}" text-anchor="${anchorAt(x(tick), 10)}">${label}</text>`)}${budgetSeconds === null ? null : html`<line class="budget" x1="0" x2="100%" y1="${y(budgetSeconds / unit.seconds)}" y2="${y(budgetSeconds / unit.seconds)}"/>`}${timed.map(({ execution, date, seconds }) => mark(OUTCOMES[execution.outcome].shape, OUTCOMES[execution.outcome].tone, x(date), y(seconds / unit.seconds), wordsOf(execution), 56))}</svg>
</div></figure>
`;
}

function unitFor(seconds: number): { readonly name: string; readonly seconds: number } {
  if (seconds < 120) return { name: 'seconds', seconds: 1 };
  return seconds < 7200 ? { name: 'minutes', seconds: 60 } : { name: 'hours', seconds: 3600 };
}

interface Tick {
  readonly tick: Date;
  readonly label: string;
}

/** The labels of the time axis: months if all ticks begin one, else days; no label twice, and not too many. */
function dayTicks(ticks: readonly Date[]): readonly Tick[] {
  const length = ticks.every((each) => each.getUTCDate() === 1) ? 7 : 10;
  const labelled = ticks.map((tick) => ({ tick, label: tick.toISOString().slice(0, length) }));
  return atMost(labelled.filter(({ label }, index) => labelled[index - 1]?.label !== label), DATE_TICKS);
}

function atMost(ticks: readonly Tick[], most: number): readonly Tick[] {
  return ticks.length <= most ? ticks : atMost(ticks.filter((_, index) => index % 2 === 0), most);
}

/** A run in words. */
function wordsOf({ date, dateText, target, operator, outcome, durationSeconds }: Execution): string {
  return [date === null ? dateText : shortDate(date), target, outcome, durationSeconds === null ? null : spokenDuration(durationSeconds), operator === null ? null : `by ${operator}`].filter((part) => part !== null && part !== '').join(', ');
}

function plotWords(timed: readonly Timed[], budgetSeconds: number | null): string {
  const seconds = timed.map((each) => each.seconds);
  const over = budgetSeconds === null ? '' : `, ${seconds.filter((each) => each > budgetSeconds).length} over the budget of ${spokenDuration(budgetSeconds)}`;
  return `${counted(timed.length, 'run')}, from ${spokenDuration(Math.min(...seconds))} to ${spokenDuration(Math.max(...seconds))}${over}; each is in the table below`;
}
