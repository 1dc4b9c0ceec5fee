import { comesWithTarget, type Plan } from '../plan/index.ts';

/** What a person will be asked for besides each step: the target and choices as `Mitigation (one of 3)`, and values. */
export function willAskFor({ runbook, target: chosen, parameters, questions, alternatives }: Plan): readonly string[] {
  const values = parameters.filter(({ parameter, value, needed }) => needed && value === null && !(chosen === null && comesWithTarget(runbook, parameter))).map(({ parameter }) => parameter.name);
  const isMenu = (group: number): boolean => alternatives[group]?.group.menu === true;
  const target = questions.flatMap((question) => (question.kind === 'target' ? [`${question.name} (one of ${question.choices.length})`] : []));
  const choices = questions.flatMap((question) => (question.kind === 'alternative' ? [`${question.name} (${isMenu(question.group) ? 'any' : 'one'} of ${question.choices.length})`] : []));
  return [...target, ...values, ...choices];
}
