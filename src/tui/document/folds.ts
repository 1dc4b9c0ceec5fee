import { enclosingSections } from '../../model/index.ts';
import { type Plan, type PlannedStep, takenSections, unchosenSections } from '../../plan/index.ts';
import { ByWidth } from '../rows/memo.ts';

/** A folded section: its heading is one line, and its contents are not shown. */
interface Fold {
  /** The section whose heading represents it: itself, or one that contains it. */
  readonly by: number;
  /** Why it is out of the plan; `null` if the operator folded it. */
  readonly reason: string | null;
}

const made = new ByWidth<Plan, ReadonlyMap<number, Fold>>();

/** The folded sections by index: those that are out of the plan, except as toggled by the operator. */
export function foldsOf(plan: Plan, toggled: ReadonlySet<number>): ReadonlyMap<number, Fold> {
  return made.get(plan, [...toggled].join(), () => findFolds(plan, toggled));
}

function findFolds(plan: Plan, toggled: ReadonlySet<number>): ReadonlyMap<number, Fold> {
  const out = sectionsOut(plan);
  const folds = new Map<number, Fold>();
  for (const { index, parent, depth } of plan.runbook.sections) {
    const around = parent === null ? undefined : folds.get(parent);
    if (around !== undefined) folds.set(index, around);
    else if (depth > 0 && out.has(index) !== toggled.has(index)) folds.set(index, { by: index, reason: out.get(index) ?? null });
  }
  return folds;
}

const outOf = new WeakMap<Plan, ReadonlyMap<number, string>>();

/** The sections that are out of the plan, and why. Found once for a plan, as the steps are. */
function sectionsOut(plan: Plan): ReadonlyMap<number, string> {
  const known = outOf.get(plan) ?? findOut(plan);
  outOf.set(plan, known);
  return known;
}

/** Those of which every step is out, and alternatives that were not taken. What holds a taken one of words alone is in. */
function findOut(plan: Plan): ReadonlyMap<number, string> {
  const { sections } = plan.runbook;
  const below = stepsBelow(plan);
  const unchosen = unchosenSections(plan);
  const toRead = takenSections(plan).filter((section) => !below.has(section));
  const around = new Set(toRead.flatMap((section) => enclosingSections(sections, section).map(({ index }) => index)));
  const out = new Map<number, string>();
  for (const { index } of sections) {
    const steps = below.get(index) ?? [];
    const isIn = steps.some(({ included }) => included) || (!unchosen.has(index) && (steps.length === 0 || around.has(index)));
    if (!isIn) out.set(index, steps[0]?.reason ?? unchosen.get(index) ?? '');
  }
  return out;
}

const stepsOf = new WeakMap<Plan, ReadonlyMap<number, readonly PlannedStep[]>>();

/** The steps in each section and its subsections; a section without any is none of them. Found once for a plan: each screen asks for them. */
export function stepsBelow(plan: Plan): ReadonlyMap<number, readonly PlannedStep[]> {
  const known = stepsOf.get(plan) ?? findSteps(plan);
  stepsOf.set(plan, known);
  return known;
}

function findSteps({ runbook, steps }: Plan): ReadonlyMap<number, readonly PlannedStep[]> {
  const below = new Map<number, PlannedStep[]>();
  for (const planned of steps) {
    for (const { index } of enclosingSections(runbook.sections, planned.step.section)) {
      const list = below.get(index);
      if (list === undefined) below.set(index, [planned]);
      else list.push(planned);
    }
  }
  return below;
}

/** Whether the walk will ask which part of a section is to run. */
export function isChoiceAhead({ questions, alternatives }: Plan, section: number): boolean {
  return questions.some((question) => question.kind === 'alternative' && alternatives[question.group]?.group.section === section);
}

/** The sections toggled by the operator, as they are where some have to be open: what is asked about, or runs, is never folded away. */
export function withOpen(plan: Plan, toggled: ReadonlySet<number>, sections: readonly number[]): ReadonlySet<number> {
  if (sections.length === 0) return toggled;
  const out = sectionsOut(plan);
  const open = new Set(toggled);
  for (const { index } of sections.flatMap((section) => enclosingSections(plan.runbook.sections, section))) {
    if (out.has(index)) open.add(index);
    else open.delete(index);
  }
  return open;
}
