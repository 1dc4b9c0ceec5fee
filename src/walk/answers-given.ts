import type { Plan } from '../plan/index.ts';

/** The answers that can be changed: values, and choices among alternatives (including "none of them"). */
export interface AnswersGiven {
  readonly values: Plan['parameters'];
  readonly choices: Plan['alternatives'];
}

/** The answers of a plan that the reply `change` can change. */
export function answersGiven({ parameters, alternatives, request }: Plan): AnswersGiven {
  return {
    // The parameter for the target is left out, since the run keeps its target.
    values: parameters.filter(({ parameter: { column }, needed, value }) => needed && value !== null && column !== ''),
    choices: alternatives.filter(({ group, chosen }) => chosen.length > 0 || request.declined?.includes(group.index) === true),
  };
}
