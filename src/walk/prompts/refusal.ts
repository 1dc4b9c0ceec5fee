import { setValues } from '../../plan/index.ts';
import type { Plan, PlanProblem } from '../../plan/index.ts';
import type { Refusal } from './replies.ts';

/** A reply that changes nothing, and why. */
export function refused(why: string, advice: string): Refusal {
  return { status: 'refused', why, advice };
}

/** A problem of the plan as a refusal. */
export function ofProblem({ what, why, advice }: PlanProblem): Refusal {
  return refused(`${what}: ${why}`, advice);
}

/** Why a value may not be that of a parameter of the plan, or `null`. */
export function refusedValue(plan: Plan, name: string, value: string): Refusal | null {
  const before = new Set(setValues(plan, {}).problems.map(({ what }) => what));
  const problem = setValues(plan, { [name]: value }).problems.find(({ what }) => !before.has(what));
  return problem === undefined ? null : ofProblem(problem);
}
