import { type Block, isWithin, plainText, type Section, type Step } from '../model/index.ts';
import { type Plan, stepOf, unchosenSections } from '../plan/index.ts';
import { calloutText, type Paint, proseLines, wrapText } from '../print/index.ts';
import { isCalled, positionOf } from '../walk/index.ts';

/** A heading with what stands below it, as it is told; `''` where the heading was told, or there is none. */
type Passage = Pick<Section, 'heading' | 'blocks'>;

/** How to print a step. */
interface Telling {
  /** Id of the step that was printed before. */
  readonly before: string | null;
  /** Sentences that a question has told already. */
  readonly told: ReadonlySet<string>;
  /** How steps differ from what was locked, by their ids. */
  readonly unlike: ReadonlyMap<string, readonly string[]>;
  readonly paint: Paint;
  readonly width: number;
}

/** The head of a step: where in the plan it is, what stands between it and the step before, its warnings. */
export function stepText(plan: Plan, id: string, { before, told, unlike, paint, width }: Telling): string {
  const planned = stepOf(plan, id);
  if (planned === undefined) return '';
  const { step } = planned;
  const { position, of } = positionOf(plan, id);
  const previous = stepOf(plan, before)?.step;
  // What stands below a later step is told once the walk is there again.
  const above = previous === undefined || previous.index > step.index ? [] : untold(previous.below, told);
  const begin = plan.runbook.alternatives.flatMap(({ choices }) => choices).find(({ steps }) => steps[0] === step.index)?.span.start.offset ?? 0;
  // What stands above a choice was told before it was asked.
  const ownProse = step.prose.filter((block) => block.span.start.offset >= begin || untold([block], told).length > 0);
  const leading = withoutTitle(step.kind === 'manual' ? ownProse : [], step);
  const prose = withoutTitle(step.kind === 'manual' ? step.text : ownProse, step);
  return [
    ...(above.length === 0 ? [] : ['', ...proseLines(above, width)]),
    ...passageLines(untoldPassages(between(plan, before, step.section), told), paint, width),
    '',
    ...wrapText(paint('bold', `[${position}/${of}] ${headingsOf(plan, step).join(' > ')}`.trimEnd()), width),
    ...proseLines(leading, width),
    ...(isInHeading(step, headingsOf(plan, step)) || beginsWith(prose, step.title) ? [] : wrapText(paint('bold', step.title), width)),
    ...(unlike.get(id) ?? []).flatMap((text) => wrapText(paint('red', `NOT AS LOCKED: ${text}`), width)),
    ...proseLines(prose, width),
    ...calloutsToTell(step, previous).flatMap((callout) => wrapText(paint('yellow', `${callout.severity.toUpperCase()}: ${calloutText(callout)}`), width)),
  ].join('\n');
}

/** What warns of several steps in a row is told at the first of them, and at each that destroys; what stands in a step by hand is told with it. */
function calloutsToTell(step: Step, previous: Step | undefined): Step['callouts'] {
  if (step.kind === 'command' && step.effect.effect === 'destroys') return step.callouts;
  const own = step.kind === 'manual' ? plainText(step.text) : '';
  return step.callouts.filter(({ text }) => !own.includes(text) && !(previous?.callouts ?? []).some((earlier) => earlier.text === text));
}

/** What stands below the last step, where the walk has been there, and below the one that it came to last: `''` where nothing does. */
export function closingText(plan: Plan, { before, walked, told, paint, width }: Pick<Telling, 'before' | 'told' | 'paint' | 'width'> & { readonly walked: ReadonlySet<string> }): string {
  const last = plan.steps.findLast(({ included }) => included)?.step;
  if (last === undefined || before === null || !walked.has(last.id)) return '';
  const previous = before === last.id ? undefined : stepOf(plan, before)?.step;
  const below = untold([...(previous?.below ?? []), ...last.below], told);
  const lines = [...(below.length === 0 ? [] : ['', ...proseLines(below, width)]), ...passageLines(untoldPassages(between(plan, last.id, plan.runbook.sections.length), told), paint, width)];
  return lines.join('\n');
}

/** What stands between the step before and a choice, which is told before it is asked. Where a menu comes again, what stands below the step that ran. */
export function aboveChoice(plan: Plan, group: number, { before, told }: Pick<Telling, 'before' | 'told'>): readonly Passage[] {
  const choices = plan.runbook.alternatives[group]?.choices ?? [];
  const [first] = choices;
  const step = plan.runbook.steps[first?.steps[0] ?? -1];
  if (first === undefined || step === undefined) return [];
  const previous = stepOf(plan, before)?.step;
  const isWithinIt = choices.some(({ steps }) => previous !== undefined && steps.includes(previous.index));
  if (previous !== undefined && previous.index > step.index && !isWithinIt) return [];
  const leading = isWithinIt ? [] : step.prose.filter(({ span }) => span.start.offset < first.span.start.offset);
  return untoldPassages([{ heading: '', blocks: previous?.below ?? [] }, ...between(plan, before, first.section ?? step.section), { heading: '', blocks: leading }], told);
}

/** Passages as they are told. */
export function passagesText(passages: readonly Passage[], { paint, width }: Pick<Telling, 'paint' | 'width'>): string {
  return passageLines(passages, paint, width).join('\n');
}

/** A section in which nothing runs, with those in it: who goes there reads it. `''` where there is none of that name. */
export function readingText({ runbook: { sections }, steps }: Plan, place: string, { paint, width }: Pick<Telling, 'paint' | 'width'>): string {
  const there = sections.find((section) => isCalled(section, place));
  if (there === undefined || steps.some(({ step }) => isWithin(sections, step.section, there.index))) return '';
  return passageLines(sections.filter(({ index }) => isWithin(sections, index, there.index)), paint, width).join('\n');
}

function untold(blocks: readonly Block[], told: ReadonlySet<string>): readonly Block[] {
  return blocks.filter((block) => !told.has(plainText([block])));
}

/** Passages of which something was not told yet, without what was. */
function untoldPassages(passages: readonly Passage[], told: ReadonlySet<string>): readonly Passage[] {
  return passages.map(({ heading, blocks }) => ({ heading, blocks: untold(blocks, told) })).filter(({ blocks }) => blocks.length > 0);
}

function passageLines(passages: readonly Passage[], paint: Paint, width: number): readonly string[] {
  return passages.flatMap(({ heading, blocks }) => ['', ...(heading === '' ? [] : wrapText(paint('bold', heading), width)), ...proseLines(blocks, width)]);
}

/** Whether a section is what stands under the title, or before it: that is told at the start. */
export function isOpening({ sections }: Pick<Plan['runbook'], 'sections'>, { index, depth }: Section): boolean {
  return depth <= 1 && sections.slice(0, index).every(({ heading }) => heading === '');
}

/** Sections that stand between a step and a further section and have no steps of their own; the opening and a purpose were told at the start, and an alternative that was not taken is not told. */
function between(plan: Plan, before: string | null, end: number): readonly Section[] {
  const { runbook } = plan;
  const unchosen = unchosenSections(plan);
  const from = stepOf(plan, before)?.step.section ?? -1;
  const withSteps = new Set(runbook.steps.map(({ section }) => section));
  return runbook.sections.slice(from + 1, end).filter((section) => !isOpening(runbook, section) && !withSteps.has(section.index) && !unchosen.has(section.index) && section.blocks.length > 0 && section.role !== 'purpose' && section.role !== 'history');
}

/** The headings above a step; right below the runbook's title that is the only one. */
function headingsOf({ runbook: { title } }: Plan, { headings }: Step): readonly string[] {
  return headings.length > 0 || title === null ? headings : [title.value];
}

/** A title that is the heading, with the name of its command at most: the command stands below. */
function isInHeading({ title }: Step, headings: readonly string[]): boolean {
  const heading = headings.at(-1);
  return heading !== undefined && (title === heading || title.startsWith(`${heading}: `));
}

/** Prose that the title already contains is not repeated. */
function withoutTitle(blocks: readonly Block[], { title }: Step): readonly Block[] {
  return blocks.filter((block) => plainText([block]).replace(/[.:]$/, '') !== title);
}

/** Whether a text starts with the words of a title, as that of a step by hand does: one of the two is enough. */
function beginsWith([first]: readonly Block[], title: string): boolean {
  if (first === undefined) return false;
  const text = plainText([first]);
  const words = title.replace(/…$/, '');
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
}
