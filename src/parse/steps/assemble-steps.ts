import { type AlternativeGroup, type Budget, type Callout, codeSpan, type CommandStep, enclosingSections, type Located, type ManualStep, type Piece, type SectionRole, type Slot, type Step, strongestEffect } from '../../model/index.ts';
import { type Document, spanOf, toBlocks, written } from '../markdown/index.ts';
import { besideCode, readExpectation } from '../expectations/index.ts';
import { type CommandDraft, type ManualDraft, readPieces, type StepDraft } from '../blocks/index.ts';
import { budgetInText, type PlacedCallout, type SectionDraft } from '../sections/index.ts';
import { withSlots, type PartSources } from './part-slots.ts';
import { knowDefinitions } from './definitions.ts';

/** Everything known of a file before its steps are put together. */
interface StepFacts {
  readonly document: Document;
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly SectionRole[];
  readonly titled: number;
  readonly ids: readonly string[];
  readonly applies: readonly (readonly Located<string>[])[];
  readonly budgets: readonly (Budget | null)[];
  readonly callouts: readonly PlacedCallout[];
  readonly alternatives: readonly AlternativeGroup[];
  readonly variants: readonly CommandStep['variant'][];
  /** Slots of each code of a step: one of a command, several offers of a manual step. */
  readonly slots: (step: number, code: number) => readonly Slot[];
  readonly parts: PartSources;
}

/** Puts the steps of a runbook together. */
export function assembleSteps(facts: StepFacts, drafts: readonly StepDraft[]): readonly Step[] {
  return knowDefinitions(drafts, facts.document.braces).map((draft, index) => (draft.kind === 'command' ? commandStep(facts, draft, index) : manualStep(facts, draft, index)));
}

function commandStep(facts: StepFacts, draft: CommandDraft, index: number): CommandStep {
  const { document } = facts;
  const { parts } = facts;
  const pieces = withOutsideExpectations(readPieces(document, draft.code, draft.shell, draft.pins), draft).map((piece) => ({ ...piece, expectations: piece.expectations.map((expectation) => withSlots(besideCode(expectation, draft.code.text), parts)) }));
  const first = (hazard: 'destructive' | 'interactive' | 'follow' | 'revealing') => pieces.find((piece) => piece[hazard] !== null)?.[hazard] ?? null;
  const budget = draft.shell.comments.map(({ text, start, end }) => {
    const span = codeSpan(document.source, draft.code, start, end);
    return budgetInText(document, text, { start: span.start.offset, end: span.end.offset });
  });
  return {
    ...stepBase(facts, draft, index, budget.find((found) => found !== null) ?? null),
    kind: 'command',
    from: draft.from,
    language: draft.language,
    code: draft.code,
    shell: draft.shell,
    pieces,
    slots: facts.slots(index, 0),
    sampleOutput: draft.sampleOutput,
    variant: facts.variants[index] ?? null,
    effect: strongestEffect(pieces.map(({ effect }) => effect)) ?? { effect: 'reads', word: '' },
    destructive: first('destructive'),
    interactive: first('interactive'),
    follow: first('follow'),
    revealing: first('revealing'),
  };
}

/** Expectations of pins, of the Expected column and of paragraphs after a block are for its last piece. */
function withOutsideExpectations(pieces: readonly Piece[], { expectations, pins }: CommandDraft): readonly Piece[] {
  const pinned = pins.expect === undefined ? [] : [readExpectation(pins.expect.value, pins.expect.span)];
  const more = [...expectations, ...pinned];
  return more.length === 0 ? pieces : pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, expectations: [...piece.expectations, ...more] } : piece));
}

function manualStep(facts: StepFacts, draft: ManualDraft, index: number): ManualStep {
  const { document } = facts;
  const budget = /\d/.test(draft.title ?? '') ? budgetInText(document, written(document, draft.range), draft.range) : null;
  const { parts } = facts;
  const pinned = draft.pins.expect === undefined ? [] : [readExpectation(draft.pins.expect.value, draft.pins.expect.span)];
  return {
    ...stepBase(facts, draft, index, budget),
    kind: 'manual',
    text: toBlocks(document, draft.nodes, draft.range),
    offers: draft.offers.map(({ code, shell }, at) => ({ code, shell, slots: facts.slots(index, at) })),
    expectations: [...draft.expectations, ...pinned].map((expectation) => withSlots(expectation, parts)),
  };
}

function stepBase(facts: StepFacts, draft: StepDraft, index: number, own: Budget | null): Omit<ManualStep, 'kind' | 'text' | 'checked' | 'offers' | 'expectations'> {
  const { document, sections } = facts;
  const chain = enclosingSections(sections, draft.section);
  const heading = (sections[draft.section]?.heading ?? '').replace(/\s*:$/, '');
  const pinned = draft.pins.applies;
  return {
    id: facts.ids[index] ?? `step-${index + 1}`,
    index,
    title: draft.pins.title?.value ?? draft.title ?? titleOf(draft, heading, index),
    section: draft.section,
    headings: chain.filter((section) => section.index !== facts.titled && section.heading !== '').map((section) => section.heading).reverse(),
    role: facts.roles[draft.section] ?? 'procedure',
    span: spanOf(document, draft.range),
    prose: toBlocks(document, draft.prose, draft.range),
    below: toBlocks(document, draft.below, draft.range),
    callouts: calloutsFor(facts, draft, chain.map((section) => section.index)),
    budget: own ?? chain.map((section) => facts.budgets[section.index] ?? null).find((budget) => budget !== null) ?? null,
    appliesTo: [...chain.flatMap((section) => facts.applies[section.index] ?? []), ...(pinned?.value.map((value) => ({ value, span: pinned.span })) ?? [])],
    alternative: alternativeOf(facts.alternatives, index),
    pins: draft.pins,
  };
}

/** The heading, with the command where there is one: `Slug path: heroku releases`. */
function titleOf(draft: StepDraft, heading: string, index: number): string {
  const command = draft.kind === 'command' ? commandWords(draft) : '';
  if (heading === '') return command === '' ? `Step ${index + 1}` : command;
  return command === '' ? heading : `${heading}: ${command}`;
}

/** The first command's name with what it is told to do. */
function commandWords({ shell }: CommandDraft): string {
  const named = shell.commands.filter(({ name }) => /^[\w.~/]/.test(name));
  const first = named.find(({ name }) => !QUIET.has(name)) ?? named[0];
  const verb = first === undefined ? '' : toldTo(shell, first);
  return first === undefined ? '' : `${first.name}${/^[a-z][\w:-]*$/.test(verb) ? ` ${verb}` : ''}`;
}

/** What a command is told to do: its first argument, or behind options the one that its effect was read from. */
function toldTo({ effects }: CommandDraft['shell'], { args, start, end }: CommandDraft['shell']['commands'][number]): string {
  const first = args[0]?.raw ?? '';
  if (!first.startsWith('-')) return first;
  const word = effects.find((effect) => effect.start >= start && effect.start < end)?.word.split(' ')[0];
  return args.find(({ raw }) => raw === word)?.raw ?? '';
}

/** Commands that prepare for the one that a block is about. */
const QUIET: ReadonlySet<string> = new Set(['cd', 'echo', 'export', 'set', 'sudo', 'source', '.', 'printf', 'test', 'true']);

/** What stays in view with a step: callouts of its sections, and those of its own list item. */
function calloutsFor({ callouts }: StepFacts, draft: StepDraft, chain: readonly number[]): readonly Callout[] {
  return callouts.filter(({ callout, item }) => chain.includes(callout.section) && (item === null || item === draft.item)).map(({ callout }) => callout);
}

/** The choice that holds fewest others. */
function alternativeOf(groups: readonly AlternativeGroup[], step: number): Step['alternative'] {
  const own = groups.flatMap(({ index, choices }) => choices.flatMap(({ steps }, choice) => (steps.includes(step) ? [{ group: index, choice, size: steps.length }] : [])));
  const [inner] = own.sort((a, b) => a.size - b.size || b.group - a.group);
  return inner === undefined ? null : { group: inner.group, choice: inner.choice };
}
