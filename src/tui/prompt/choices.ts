import type { RunState } from '../../events/index.ts';
import { counted, isGlob, type Step } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { doubtText, judgedWords, outWords } from '../../print/index.ts';
import { answersGiven, type ChooseAlternative, type ChooseTarget, type Prompt, sectionsOfChoices, sectionsOut } from '../../walk/index.ts';
import type { Ask, UiState } from '../state/ui-state.ts';
import { stepsBelow } from '../document/folds.ts';
import type { Choice } from './choice-rows.ts';
import { fuzzy } from './fuzzy.ts';

/** A choice, and what the walk is told where it is taken. */
export interface Offered extends Choice {
  readonly value: string | null;
  /** The question that taking it leads to. */
  readonly then?: Ask;
  /** What is taken back with it, where that is no doubt. */
  readonly of?: 'check';
  /** A section that is only shown: nothing in it runs. */
  readonly show?: number;
}

/** What can be chosen in the prompt: filtered by what was typed. */
export function promptChoices(prompt: Prompt | null, ui: Pick<UiState, 'field'>): readonly Offered[] {
  switch (prompt?.kind) {
    case 'choose-target':
      return targetChoices(prompt, ui.field.value);
    case 'choose-alternative':
      return alternativeChoices(prompt);
    case 'enter-parameter':
      return prompt.suggestions.map((text) => ({ text, value: text }));
    default:
      return [];
  }
}

function targetChoices({ choices, production }: ChooseTarget, filter: string): readonly Offered[] {
  return choices
    .filter((choice) => choice.toLowerCase().includes(filter.toLowerCase()))
    .map((text) => {
      const notes = [...(production.includes(text) ? ['production'] : []), ...(isGlob(text) ? ['type the name'] : [])];
      return { text, value: text, ...(notes.length === 0 ? {} : { note: notes.join(', ') }) };
    });
}

/** The target that is marked by what was typed: the only one that has it. Production is never marked by itself. */
export function markedTarget(prompt: ChooseTarget, filter: string): number {
  const [only, ...others] = targetChoices(prompt, filter);
  return filter === '' || only === undefined || others.length > 0 || isGlob(only.text) || prompt.production.includes(only.text) ? -1 : 0;
}

type Option = ChooseAlternative['choices'][number];

function alternativeChoices({ choices, menu }: ChooseAlternative): readonly Offered[] {
  const offered = choices.map(({ label, steps, asks, chosen }) => ({ text: label, value: label, note: chosen ? 'chosen before' : stepsNote(steps, asks) }));
  return [...offered, { text: menu ? 'leave, go on' : 'none of them', value: null }];
}

function stepsNote(steps: Option['steps'], asks: Option['asks']): string {
  const further = asks.map(({ labels }) => `asks which of ${labels.length}`);
  if (steps.length === 0) return further.length > 0 ? further.join(', ') : 'nothing to run';
  const destroys = steps.some(({ effect }) => effect === 'destroys') ? ', destroys' : '';
  const lines = steps.flatMap(({ code }) => code.trim().split('\n')).filter((line) => line.trim() !== '');
  // A comment says less of what would run than a command does.
  const first = lines.find((line) => !line.trimStart().startsWith('#')) ?? lines[0] ?? '';
  return [`${counted(steps.length, 'step')}${destroys}`, ...further, ...(first === '' ? [] : [`begins with ${first}`])].join(', ');
}

/** What a question of the screen's own is made from. */
interface Asked {
  readonly plan: Plan;
  readonly state: RunState;
  readonly ui: Pick<UiState, 'field'>;
}

/** What can be chosen in a question of the screen's own. */
export function askChoices(ask: Ask | null, { plan, state, ui }: Asked): readonly Offered[] {
  if (ask?.kind === 'go-to') return fuzzy(places(plan), ui.field.value, ({ text }) => text);
  if (ask?.kind === 'change') return fuzzy(answers(plan, state), ui.field.value, ({ text }) => text);
  if (ask?.kind === 'change-value') return ask.suggestions.map((text) => ({ text, value: text }));
  if (ask?.kind === 'change-choice') return fuzzy(ways(plan, ask.group), ui.field.value, ({ text }) => text);
  return [];
}

/** Every section (what runs in it, whether it is out, asks which of its parts is to run, or is only to be read) and the steps, in the order of the file. */
function places(plan: Plan): readonly Offered[] {
  const { runbook, steps } = plan;
  const known = new Map([
    ...sectionsOfChoices(plan).map(({ index }) => [index, 'a choice'] as const),
    // Why it is out is read before it is brought in: it may be for another target.
    ...sectionsOut(plan).map(({ section, reason }) => [section.index, `section, out: ${outWords(reason)}`] as const),
    ...steps.filter(({ included }) => included).map(({ step }) => [step.section, 'section'] as const),
  ]);
  const below = stepsBelow(plan);
  const sections = runbook.sections.flatMap(({ index, depth, heading, anchor, span }): readonly (Offered & { readonly line: number })[] => {
    const note = known.get(index);
    const at = { text: heading, value: anchor, line: span.start.line };
    if (note !== undefined && depth > 0) return [{ ...at, note }];
    return depth > 1 && !below.has(index) ? [{ ...at, note: 'section, to read', show: index }] : [];
  });
  const each = steps.filter(({ included }) => included).map(({ step }) => ({ text: step.title, value: step.id, note: headingBeside(step), line: step.span.start.line }));
  return [...sections, ...each, ...waysNotTaken(plan)].toSorted((a, b) => a.line - b.line);
}

/** The heading of a step, unless its title begins with it. */
function headingBeside({ title, headings }: Step): string {
  const heading = headings.at(-1) ?? '';
  return title.startsWith(heading) ? '' : heading;
}

/** The ways that are out: of a choice that was made another is taken by changing the answer, one that is still to come is asked. */
function waysNotTaken({ runbook, alternatives }: Plan): readonly (Offered & { readonly line: number })[] {
  return alternatives.flatMap(({ group, chosen }): ReturnType<typeof waysNotTaken> => {
    const parent = group.section === null ? undefined : runbook.sections[group.section];
    const others = group.choices.filter(({ label }) => !chosen.includes(label)).map(({ label, span }) => ({ text: label, line: span.start.line }));
    if (chosen.length > 0) return others.map((other) => ({ ...other, value: null, note: 'not chosen: asks which one instead', then: { kind: 'change-choice', group: group.index } as const }));
    return parent === undefined || parent.heading === '' ? [] : others.map((other) => ({ ...other, value: parent.anchor, note: 'a choice' }));
  });
}

/** Answers that can be taken back. The target is among them: that a run keeps it is said where somebody wants to change it. */
function answers(plan: Plan, state: RunState): readonly Offered[] {
  const given = answersGiven(plan, state);
  const values = given.values.map(({ parameter: { name }, value, secret }): Offered => ({ text: name, value: name, note: secret ? '***' : (value ?? ''), then: { kind: 'change-value', name, suggestions: [] } }));
  const choices = given.choices.map(({ group, name, chosen }): Offered => ({ text: name, value: name, note: chosen.join(', ') || 'none of them', then: { kind: 'change-choice', group: group.index } }));
  const doubts = given.doubts.map(({ name, settled, title }): Offered => ({ text: doubtText({ ...settled, kind: settled.doubt }), value: name, note: `${settled.answer}, about ${title}` }));
  const checks = given.checks.map(({ name, check, title }): Offered => ({ text: check.text, value: name, note: `${judgedWords(check)}, about ${title}`, of: 'check' }));
  return [...checks.toReversed(), ...doubts, ...choices, ...values, ...(plan.target === null ? [] : [{ text: 'target', value: '', note: plan.target.name }])];
}

/** The ways among alternatives, none of them at the end. */
function ways({ alternatives }: Plan, group: number): readonly Offered[] {
  const { labels = [], chosen = [] } = alternatives[group] ?? {};
  return [...labels.map((label) => ({ text: label, value: label, ...(chosen.includes(label) ? { note: 'chosen' } : {}) })), { text: 'none of them', value: null, ...(chosen.length === 0 ? { note: 'chosen' } : {}) }];
}
