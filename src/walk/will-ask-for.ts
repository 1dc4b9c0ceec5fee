import type { Plan } from '../plan/index.ts';

/** What a person will be asked for besides each step: values, and choices as `Mitigation (one of 3)`. */
export function willAskFor({ parameters, questions, alternatives }: Plan): readonly string[] {
  const values = parameters.filter(({ value, needed }) => needed && value === null).map(({ parameter }) => parameter.name);
  const choices = questions.flatMap((question) => {
    if (question.kind !== 'alternative') return [];
    const isMenu = alternatives[question.group]?.group.menu === true;
    return [`${question.name} (${isMenu ? 'any' : 'one'} of ${question.choices.length})`];
  });
  return [...values, ...choices];
}
