import type { Plan } from '../plan/index.ts';

/** What was answered and can be taken back: values, and choices among alternatives (none of them is one). */
export interface AnswersGiven {
  readonly values: Plan['parameters'];
  readonly choices: Plan['alternatives'];
}

/** The answers of a plan that `change` takes. */
export function answersGiven({ parameters, alternatives, request }: Plan): AnswersGiven {
  return {
    // The parameter that is the target is no answer of its own: the run keeps its target.
    values: parameters.filter(({ parameter: { column }, needed, value }) => needed && value !== null && column !== ''),
    choices: alternatives.filter(({ group, chosen }) => chosen.length > 0 || request.declined?.includes(group.index) === true),
  };
}
