import { exactDuration } from '../words/durations.ts';
import { type Attempt, resultOf, type Story, type StoryStep } from '../report/index.ts';
import { html, type Markup } from './markup.ts';
import { anchorAt, mark, rounded } from './shape.ts';
import { signOf, STANDINGS } from './standing-mark.ts';
import { timeAxis, type TimeAxis } from './time-axis.ts';

/** With more steps than this, all share one row, since a page of bars shows nothing. */
const MOST_ROWS = 60;
const ROW = 22;
/** Percents of the width at each side in which a label would be cut. */
const LABEL_MARGIN = 8;

/** The run to scale: for each step a row with its name, when it waited and when it ran; one row for all if there are many. */
export function timelineSection(story: Story): Markup {
  if (story.steps.length === 0) return html``;
  const axis = timeAxis(story);
  const ends = previousEnds(story);
  const budget = story.state.started?.budgetSeconds ?? null;
  const bars = (steps: readonly StoryStep[]): readonly Markup[] => steps.flatMap((step) => barsOf(step, axis, ends, story));
  const rows: readonly Markup[] = story.steps.length > MOST_ROWS
    ? [html`<li class="all"><svg width="100%" height="${ROW}" role="img" aria-label="${story.steps.length} steps, one after the other">${lines(axis)}${bars(story.steps)}</svg></li>`]
    : story.steps.map((step) => html`<li><a href="#${step.anchor}">${signOf(step.standing)} ${step.title}</a><svg width="100%" height="${ROW}" role="img" aria-label="${barWords(step)}">${lines(axis)}${bars([step])}</svg></li>`);
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
<div class="card timeline"><ol>
${rows}
<li class="axis"><span class="soft small">time at work</span><svg width="100%" height="34" role="img" aria-label="${axisWords(axis, budget)}">${axis.ticks.map(({ at, label }) => html`<line class="tick" x1="${rounded(at)}%" x2="${rounded(at)}%" y1="0" y2="5"/><text x="${rounded(at)}%" y="17" text-anchor="${anchorAt(at, LABEL_MARGIN)}">${label}</text>`)}${axis.gaps.map(({ at, label }) => html`<text x="${rounded(at)}%" y="31" text-anchor="${anchorAt(at, LABEL_MARGIN)}">left for ${label}</text>`)}${axis.budget === null ? null : html`<text class="bad" x="${rounded(axis.budget)}%" y="31" text-anchor="${anchorAt(axis.budget, LABEL_MARGIN)}">budget ${exactDuration((budget ?? 0) * 1000)}</text>`}</svg></li>
</ol>${legend(rows.map(({ text }) => text).join(''), axis, budget)}</div></section>
`;
}

/** For each attempt, the time at which whatever came before it had ended. */
function previousEnds({ attempts, state }: Story): ReadonlyMap<Attempt, string> {
  let last = state.started?.time ?? '';
  return new Map(attempts.map((attempt) => {
    const before = last;
    const ended = attempt.endedAt ?? attempt.started.time;
    if (attempt.started.background !== true && ended > last) last = ended;
    return [attempt, before];
  }));
}

function barsOf({ moments, standing }: StoryStep, axis: TimeAxis, ends: ReadonlyMap<Attempt, string>, story: Story): readonly Markup[] {
  return moments.flatMap((moment): readonly Markup[] => {
    if (moment.type === 'note') return [mark('diamond', 'info', axis.at(moment.time), ROW / 2, `note: ${moment.text}`)];
    if (moment.type !== 'attempt') return [];
    const { attempt } = moment;
    const from = axis.at(attempt.started.time);
    const waited = axis.at(ends.get(attempt) ?? attempt.started.time);
    // A manual step took from the previous event until the person said that it was done.
    if (attempt.started.kind === 'manual') return [rect(`hand ${STANDINGS[standing].tone}`, waited, from, 6)];
    const tone = toneOf(attempt);
    return [rect('wait', waited, from, 2), rect(`ran ${tone}`, from, axis.at(endOf(attempt, story)), 12), ...checkMarks(attempt, axis)];
  });
}

/** An attempt without an end is drawn up to the last sign of life of its process. */
function endOf({ started, endedAt }: Attempt, { sittings }: Story): string {
  const sitting = sittings.findLast(({ from }) => from <= Date.parse(started.time));
  return endedAt ?? (sitting === undefined ? started.time : new Date(sitting.to).toISOString());
}

function toneOf({ finished, checks }: Attempt): string {
  if (finished?.accepted !== undefined || checks.some(({ accepted }) => accepted !== undefined)) return 'warn';
  if (finished === null || finished.status === 'stopped') return 'warn';
  return finished.status === 'passed' && checks.every(({ status }) => status !== 'failed') ? 'good' : 'bad';
}

const CHECK_MARKS = { held: ['circle', 'good'], failed: ['cross', 'bad'], unverified: ['triangle', 'warn'] } as const;

function checkMarks({ checks }: Attempt, axis: TimeAxis): readonly Markup[] {
  return checks.map(({ status, text, time }) => {
    const [shape, tone] = CHECK_MARKS[status];
    return mark(shape, `check ${tone}`, axis.at(time), ROW / 2, `${status}: ${text}`, 30);
  });
}

function rect(name: string, from: number, to: number, height: number): Markup {
  return html`<rect class="${name}" x="${rounded(from)}%" y="${(ROW - height) / 2}" width="${rounded(Math.max(to - from, name.startsWith('ran') ? 0.4 : 0))}%" height="${height}" rx="1"/>`;
}

function lines({ gaps, budget }: TimeAxis): readonly Markup[] {
  const line = (name: string, at: number): Markup => html`<line class="${name}" x1="${rounded(at)}%" x2="${rounded(at)}%" y1="-3" y2="${ROW + 3}"/>`;
  return [...gaps.map(({ at }) => line('gap', at)), ...(budget === null ? [] : [line('budget', budget)])];
}

function barWords({ standing, moments }: StoryStep): string {
  const words = moments.flatMap((moment) => (moment.type === 'attempt' ? [`${moment.attempt.started.time.slice(11, 19)} UTC: ${resultOf(moment.attempt)}`] : []));
  return words.length === 0 ? standing : words.join('; ');
}

function axisWords(axis: TimeAxis, budget: number | null): string {
  const over = budget === null ? '' : `; the budget is ${exactDuration(budget * 1000)}`;
  return `time at work, from 0 to ${axis.ticks.at(-1)?.label ?? '0'}${over}${axis.gaps.map(({ label }) => `; left for ${label}`).join('')}`;
}

/** The legend, with only what is drawn. */
function legend(drawn: string, { budget: at }: TimeAxis, budget: number | null): Markup {
  const sample = (content: Markup): Markup => html`<svg width="22" height="${ROW}" aria-hidden="true">${content}</svg>`;
  const items = LEGEND.flatMap(({ name, sign, words }) => (drawn.includes(name) ? [html`<li>${sample(sign)}${words}</li>\n`] : []));
  return html`<ul class="legend small soft">
${items}${budget === null || at !== null ? null : html`<li>the budget of ${exactDuration(budget * 1000)} is far off to the right</li>`}${budget === null || at === null ? null : html`<li>${sample(html`<line class="budget" x1="50%" x2="50%" y1="2" y2="${ROW - 2}"/>`)}budget</li>`}
</ul>`;
}

/** The kinds of marks, by the start of their class. */
const LEGEND: readonly { readonly name: string; readonly sign: Markup; readonly words: string }[] = [
  { name: '"ran good', sign: rect('ran good', 0, 90, 12), words: 'ran' },
  { name: '"ran bad', sign: rect('ran bad', 0, 90, 12), words: 'failed' },
  { name: '"ran warn', sign: rect('ran warn', 0, 90, 12), words: 'accepted, stopped or without an end' },
  { name: '"wait', sign: rect('wait', 0, 90, 2), words: 'waited for a person' },
  { name: '"hand', sign: rect('hand info', 0, 90, 6), words: 'by hand' },
  { name: 'check good', sign: mark('circle', 'check good', 50, ROW / 2, '', 30), words: 'check held' },
  { name: 'check bad', sign: mark('cross', 'check bad', 50, ROW / 2, '', 30), words: 'check failed' },
  { name: 'check warn', sign: mark('triangle', 'check warn', 50, ROW / 2, '', 30), words: 'check unverified' },
  { name: 'mark info', sign: mark('diamond', 'info', 50, ROW / 2, ''), words: 'note' },
];
