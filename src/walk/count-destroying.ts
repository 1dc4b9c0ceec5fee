import type { RunState } from '../events/index.ts';
import type { Plan, PlannedStep } from '../plan/index.ts';
import { stepsLeft } from './route.ts';

/** How many steps destroy: of those that are still to be done, and of those that only a choice that is still open would bring in. */
export function countDestroying(plan: Plan, state: RunState): { readonly sure: number; readonly ifChosen: number } {
  const { runbook, steps, questions } = plan;
  const open = new Set(questions.flatMap((question) => (question.kind === 'alternative' ? (runbook.alternatives[question.group]?.choices ?? []).flatMap((choice) => choice.steps) : [])));
  return { sure: stepsLeft(plan, state).filter(destroys).length, ifChosen: steps.filter((planned) => destroys(planned) && !planned.included && open.has(planned.step.index)).length };
}

function destroys({ step }: PlannedStep): boolean {
  return step.kind === 'command' && step.destructive !== null;
}
