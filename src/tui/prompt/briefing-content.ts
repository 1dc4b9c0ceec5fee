import { daysSince } from '../../history/index.ts';
import { counted, invalidPins, misread } from '../../model/index.ts';
import { daysAgo, exactDuration, standingLines } from '../../print/index.ts';
import { countDestroying, stepsLeft, willAskFor } from '../../walk/index.ts';
import { type Segment, segment } from '../rows/rows.ts';
import { sign } from '../glyphs.ts';
import type { PromptContext } from './prompt-context.ts';
import { heightOf, type PromptContent, type PromptPart, wordsPart } from './prompt-part.ts';

/** The file is what one reads first: the briefing leaves it its room. */
const MOST_ROWS = 5;
const STALE_DAYS = 180;
/** Of several warnings of one kind so many are told, and how many more there are. */
const MOST_OF_A_KIND = 2;

/** What an operator should know before the first command; the file itself stands above it. */
export function briefingContent({ plan, state, operator, missing, lastRun, resumed, warnings, standing, width, most, now, theme }: PromptContext): PromptContent {
  const { runbook } = plan;
  const dot = segment(` ${sign(theme, 'dot')} `, 'muted');
  const line = (...parts: readonly Segment[]): readonly Segment[] => parts.filter(({ text }) => text !== '').flatMap((part, i) => (i === 0 ? [part] : [dot, part]));
  const asked = willAskFor(plan);
  const review = reviewed(runbook.metadata.lastReviewed?.value ?? null, now);
  const isStale = review.roles.includes('bad');
  const facts = line(isStale ? segment('') : review, segment(`operator ${operator}`), ...standingLines(standing).slice(0, standing.kind === 'differs' ? 0 : 1).map((text) => segment(text, 'muted')), segment(lastRun === null ? '' : `last run ${lastRun}`, 'muted'));
  const warned: readonly (readonly Segment[])[] = [
    ...(resumed === null ? [] : [[segment(resumed, 'strong')]]),
    line(...planLine(plan, state)),
    ...firstOf(misread(runbook).map(({ message, span }) => [segment(`not read as meant, line ${span.start.line}: `, 'bad'), segment(message)])),
    ...firstOf(invalidPins(runbook).map(({ message, span }) => [segment(`pin not understood, line ${span.start.line}: `, 'bad'), segment(message)])),
    ...firstOf(warnings.map((text) => [segment(text, 'warn')])),
    ...differing(standing),
  ];
  const further: readonly (readonly Segment[])[] = [
    ...(isStale ? [[review]] : []),
    ...missing.map((text) => [segment(text, 'bad')]),
    ...(asked.length === 0 ? [] : [[segment('will ask for ', 'muted'), segment(asked.join(', '))]]),
    facts,
  ];
  const must = fitting(warned.map((words, i) => wordsPart(i === 0 ? 'title' : 'words', words, width)), most);
  const rows = Math.min(Math.ceil(most / 2), MOST_ROWS) - heightOf({ tone: 'accent', parts: must });
  return { tone: 'accent', parts: [...must, ...fitting(further.map((words) => wordsPart('words', words, width)), rows)] };
}

/** What somebody reviewed and what this comes to now; each step says it again in its place. */
function differing(standing: PromptContext['standing']): readonly (readonly Segment[])[] {
  if (standing.kind !== 'differs') return [];
  const [head = '', ...differences] = standingLines(standing);
  const rest = differences.length > MOST_OF_A_KIND ? ` and ${differences.length - MOST_OF_A_KIND} more, marked at their steps` : '';
  return [[segment(head, 'bad'), segment(` ${differences.slice(0, MOST_OF_A_KIND).map((text) => text.trim()).join('; ')}${rest}`)]];
}

function firstOf(lines: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const more = lines.length - MOST_OF_A_KIND;
  return more > 0 ? [...lines.slice(0, MOST_OF_A_KIND), [segment(`and ${more} more like that`, 'muted')]] : lines;
}

/** What has no room is left out whole. */
function fitting(parts: readonly PromptPart[], most: number): readonly PromptPart[] {
  let left = most;
  return parts.filter(({ rows }) => {
    if (rows.length > left) return false;
    left -= rows.length;
    return true;
  });
}

/** Of a resumed run, what is still to be done of its steps. */
function planLine(plan: PromptContext['plan'], state: PromptContext['state']): readonly Segment[] {
  const { steps, runbook } = plan;
  const { sure, ifChosen } = countDestroying(plan, state);
  const included = steps.filter((step) => step.included);
  const left = stepsLeft(plan, state);
  const manual = left.filter(({ step }) => step.kind === 'manual').length;
  return [
    segment(counted(included.length, 'step'), 'strong'), segment([[left.length - manual, 'to run'], [manual, 'by hand']].filter(([number]) => number !== 0).map((part) => part.join(' ')).join(', ')),
    ...(sure === 0 ? [] : [segment(`${sure} ${sure === 1 ? 'destroys' : 'destroy'}`, 'bad')]),
    ...(ifChosen === 0 ? [] : [segment(`${ifChosen}${sure === 0 ? '' : ' more'} ${ifChosen === 1 ? 'destroys' : 'destroy'} if chosen`, 'bad')]),
    ...(runbook.budget === null ? [] : [segment(`budget ${exactDuration(runbook.budget.seconds * 1000)}`, 'muted')]),
  ];
}

function reviewed(written: string | null, today: Date): Segment {
  if (written === null) return segment('no review date', 'warn');
  const date = /\d{4}-\d\d-\d\d/.exec(written)?.[0];
  if (date === undefined) return segment(`reviewed ${written}`, 'muted');
  const days = daysSince(new Date(`${date}T00:00:00Z`), today);
  return days <= STALE_DAYS ? segment(`reviewed ${daysAgo(days)}`, 'muted') : segment(`STALE: reviewed ${daysAgo(days)}`, 'bad');
}
