import type { Plan, PlannedStep } from '../plan/index.ts';

/** How many steps destroy: of those in the plan, and of those that only a choice that is still open would bring in. */
export function countDestroying({ runbook, steps, questions }: Plan): { readonly sure: number; readonly ifChosen: number } {
  const open = new Set(questions.flatMap((question) => (question.kind === 'alternative' ? (runbook.alternatives[question.group]?.choices ?? []).flatMap((choice) => choice.steps) : [])));
  const destroying = steps.filter(destroys);
  return { sure: destroying.filter(({ included }) => included).length, ifChosen: destroying.filter(({ included, step }) => !included && open.has(step.index)).length };
}

function destroys({ step }: PlannedStep): boolean {
  return step.kind === 'command' && step.destructive !== null;
}
