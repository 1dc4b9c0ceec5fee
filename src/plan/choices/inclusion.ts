import { type Choice, type CommandStep, effectWords, enclosingSections, hasWords, type Located, matchesGlob, type Runbook, type Step, wordsIn } from '../../model/index.ts';
import type { ChosenTarget, PlanRequest } from '../types.ts';
import { nameChoice, type SectionChoices, whyNotChosen } from './alternatives.ts';
import { nameSection, quoted } from './sections.ts';

/** Whether a step is in the plan, and why. `rule` says what decided. */
export interface Decision {
  readonly included: boolean;
  readonly reason: string;
  readonly rule: 'request' | 'target' | 'variant' | 'alternative' | 'contingency' | 'pin' | 'effect' | 'default';
}

/** The input for these decisions. */
export interface Choices {
  readonly runbook: Runbook;
  readonly request: PlanRequest;
  readonly target: ChosenTarget | null;
  readonly sections: SectionChoices;
  /** Blocks that replace another on some targets, by the index of the other. */
  readonly forms: ReadonlyMap<number, readonly CommandStep[]>;
  /** Index of the step that `--from` names, or 0. */
  readonly first: number;
}

/** Gathers the input for decisions about the steps of a runbook. */
export function makeChoices(runbook: Runbook, request: PlanRequest, target: ChosenTarget | null, sections: SectionChoices): Choices {
  const forms = new Map<number, CommandStep[]>();
  for (const step of runbook.steps) if (step.kind === 'command' && step.variant !== null) forms.set(step.variant.of, [...(forms.get(step.variant.of) ?? []), step]);
  return { runbook, request, target, sections, forms, first: Math.max(0, runbook.steps.findIndex(({ id }) => id === request.from)) };
}

/** Decides whether a step is in the plan, by the first rule that applies. */
export function decide(choices: Choices, step: Step): Decision {
  const { request } = choices;
  const named = request.only.includes(step.id);
  const rules = named
    ? [bySkip, byTarget, byVariant, byEffect]
    : [byIgnore, bySkip, byOnly, byFrom, byTarget, byVariant, byAlternative, byContingency, byPin, byEffect];
  let why: Decision | null = null;
  for (const rule of rules) {
    const decision = rule(choices, step);
    if (decision?.included === false) return decision;
    why = decision ?? why;
  }
  if (named) return { included: true, reason: 'named by --only', rule: 'request' };
  const [section] = enclosingSections(choices.runbook.sections, step.section);
  return why ?? { included: true, reason: section === undefined ? 'in by default' : `in ${nameSection(section)}`, rule: 'default' };
}

type Rule = (choices: Choices, step: Step) => Decision | null;

const out = (rule: Decision['rule'], reason: string): Decision => ({ included: false, reason, rule });
const within = (rule: Decision['rule'], reason: string): Decision => ({ included: true, reason, rule });

const byIgnore: Rule = (_, { pins }) => (pins.ignore?.value === true ? out('pin', `ignored by its author (line ${line(pins.ignore)})`) : null);

const bySkip: Rule = ({ request }, { id }) => (request.skip.includes(id) ? out('request', 'named by --skip') : null);

const byOnly: Rule = ({ request }) => (request.only.length > 0 ? out('request', 'not named by --only') : null);

const byFrom: Rule = ({ request, first }, step) => (step.index < first ? out('request', `before ${request.from ?? ''}, where --from begins`) : null);

const byTarget: Rule = ({ runbook, target, sections }, step) => {
  const circles = enclosingSections(runbook.sections, step.section).filter(({ appliesTo }) => appliesTo.length > 0);
  let why: Decision | null = null;
  const ofSections = new Set(circles.flatMap(({ appliesTo }) => appliesTo));
  const own = step.pins.applies?.value.map((value) => ({ value, span: step.pins.applies?.span ?? step.span })) ?? [];
  const rest = step.appliesTo.filter((glob) => !ofSections.has(glob) && !own.some(({ value }) => value === glob.value));
  for (const globs of [own, rest, ...circles.map(({ appliesTo }) => appliesTo)].filter(({ length }) => length > 0)) {
    const names = [...new Set(globs.map(({ value }) => value))].join(', ');
    const place = `(line ${line(globs[0])})`;
    const section = circles.find(({ appliesTo }) => appliesTo === globs);
    const forced = section === undefined ? undefined : enclosingSections(runbook.sections, step.section).find(({ index }) => sections.named.has(index) && enclosingSections(runbook.sections, index).includes(section));
    if (target === null) why ??= within('target', `for ${names} only ${place}; no target is chosen yet`);
    else if (globs.some(({ value }) => matchesGlob(target.name, value))) why ??= within('target', `for ${names} ${place}, and the target is ${target.name}`);
    else if (forced !== undefined) why = within('target', `brought in by --section "${sections.named.get(forced.index) ?? ''}", although it is for ${names} ${place}`);
    else return out('target', `for ${names} only ${place}; the target is ${target.name}`);
  }
  return why;
};

const byVariant: Rule = ({ runbook, target, forms }, step) => {
  const standIn = target === null ? undefined : formFor(forms.get(step.kind === 'command' && step.variant !== null ? step.variant.of : step.index) ?? [], target.name);
  if (step.kind === 'command' && step.variant !== null) {
    const form = `the form for "${step.variant.word}" (line ${step.variant.span.start.line})`;
    const base = runbook.steps[step.variant.of]?.id ?? 'the block before';
    if (target === null) return out('variant', `${form} of ${base}; no target is chosen yet`);
    if (standIn?.index === step.index) return within('variant', `${form}, in place of ${base}`);
    return out('variant', `${form} of ${base}; the target is ${target.name}`);
  }
  if (standIn === undefined) return null;
  return out('variant', `${standIn.id} (line ${standIn.span.start.line}) is its form for ${target?.name ?? ''}`);
};

/** The variant of a block for a target: the one that matches most words of its name. */
function formFor(forms: readonly CommandStep[], target: string): CommandStep | undefined {
  const fitting = forms.map((step) => ({ step, wanted: wordsIn(step.variant?.word ?? '') })).filter(({ wanted }) => hasWords(target, wanted));
  return fitting.sort((a, b) => b.wanted.length - a.wanted.length)[0]?.step;
}

const byAlternative: Rule = ({ runbook, request, sections }, step) => {
  let why: Decision | null = null;
  for (const group of runbook.alternatives) {
    const own = group.choices.findIndex((choice) => belongsTo(choice, step));
    const choice = group.choices[own];
    if (choice === undefined) continue;
    const name = nameChoice(runbook, choice);
    const chosen = sections.chosen.get(group.index);
    if (chosen === undefined && request.declined?.includes(group.index) === true) return out('alternative', whyNotChosen(runbook, group, []));
    if (chosen === undefined) {
      const which = group.choices.length === 1 ? 'an alternative' : `one of ${group.choices.length} ${group.menu ? 'options' : 'alternatives'}`;
      return out('alternative', `${which}, none is chosen yet${group.menu ? ' (you can choose several)' : ''}; --section ${quoted(choice.label)} (line ${choice.span.start.line}) brings it in`);
    }
    if (!chosen.choices.includes(own)) return out('alternative', whyNotChosen(runbook, group, chosen.choices));
    why = within('alternative', chosen.byTarget ? `${name} is the alternative for this target` : `${name} is chosen by --section`);
  }
  return why;
};

/** Its steps and its prose. */
function belongsTo({ steps, span }: Choice, { index, span: own }: Step): boolean {
  return steps.includes(index) || (index === Number.MAX_SAFE_INTEGER && own.start.offset >= span.start.offset && own.start.offset < span.end.offset);
}

const byContingency: Rule = ({ runbook, sections }, step) => {
  const chain = enclosingSections(runbook.sections, step.section);
  const outermost = chain.findLastIndex(({ role }) => role === 'contingency');
  if (outermost < 0 && step.role !== 'contingency') return null;
  const inside = chain.slice(0, Math.max(outermost, 0) + 1);
  const source = inside.find(({ roleFrom, role }) => role === 'contingency' && roleFrom !== null) ?? inside.at(-1);
  const opened = inside.find(({ index }) => sections.named.has(index));
  if (opened !== undefined) return within('contingency', `brought in by --section: ${nameSection(opened)}`);
  const name = source === undefined ? 'its section' : nameSection(source);
  return out('contingency', `${name} is a contingency; --section ${quoted(source?.heading ?? '')} brings it in`);
};

const byPin: Rule = ({ request }, { id, pins }) => {
  if (pins.runs?.value === false) return out('pin', `its author pinned runs=no (line ${line(pins.runs)})`);
  return pins.excludeFromRunAll?.value === true && request.from !== id ? out('pin', `excludeFromRunAll (line ${line(pins.excludeFromRunAll)})`) : null;
};

/** A manual step is not known to only read either. */
const byEffect: Rule = ({ request }, step) => {
  if (request.readOnly !== true || (step.kind === 'command' && step.effect.effect === 'reads')) return null;
  return out('effect', step.kind === 'manual' ? 'left out by --read-only: it is done by hand' : `left out by --read-only: ${effectWords(step.effect)}`);
};

function line(located: Located<unknown> | undefined): number {
  return located?.span.start.line ?? 0;
}
