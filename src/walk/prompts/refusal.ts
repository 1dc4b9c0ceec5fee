import { type Plan, type PlanProblem, setValues } from '../../plan/index.ts';
import type { Refusal } from './replies.ts';

/** Refuses a reply, with the reason. */
export function refused(why: string, advice: string): Refusal {
  return { status: 'refused', why, advice };
}

/** A problem with the plan as a refusal. */
export function ofProblem({ what, why, advice }: PlanProblem): Refusal {
  return refused(`${what}: ${why}`, advice);
}

/** Why a parameter of the plan may not have a value, or `null`. Which one it is was asked for and needs no words. */
export function refusedValue(plan: Plan, name: string, value: string): Refusal | null {
  const before = new Set(setValues(plan, {}).problems.map(({ what }) => what));
  const problem = setValues(plan, { [name]: value }).problems.find(({ what }) => !before.has(what));
  return problem === undefined ? null : refused(problem.why, problem.advice);
}
