import { enclosingSections } from '../../model/index.ts';
import type { PlannedStep, Plan } from '../../plan/index.ts';
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
  const below = stepsBelow(plan);
  const folds = new Map<number, Fold>();
  for (const { index, parent, depth } of plan.runbook.sections) {
    const around = parent === null ? undefined : folds.get(parent);
    const own = below.get(index) ?? [];
    if (around !== undefined) folds.set(index, around);
    else if (depth > 0 && isOut(own) !== toggled.has(index)) folds.set(index, { by: index, reason: isOut(own) ? (own[0]?.reason ?? '') : null });
  }
  return folds;
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

/** The sections toggled by the operator, as they are where some have to be open: what is asked about, or runs, is never folded away. */
export function withOpen(plan: Plan, toggled: ReadonlySet<number>, sections: readonly number[]): ReadonlySet<number> {
  if (sections.length === 0) return toggled;
  const below = stepsBelow(plan);
  const open = new Set(toggled);
  for (const { index } of sections.flatMap((section) => enclosingSections(plan.runbook.sections, section))) {
    if (isOut(below.get(index) ?? [])) open.add(index);
    else open.delete(index);
  }
  return open;
}

function isOut(steps: readonly PlannedStep[]): boolean {
  return steps.length > 0 && steps.every(({ included }) => !included);
}
