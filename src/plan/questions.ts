import type { Choice, Runbook, Step } from '../model/index.ts';
import { hasTargetPlace, setElsewhere } from './binding/index.ts';
import { type Choices, decide, dependsOnTarget, groupName, type SectionChoices, targetChoices } from './choices/index.ts';
import type { ChosenTarget, PlannedStep, Question } from './types.ts';
import { comesWithTarget } from './values/index.ts';

/** What must be known before the included steps can run: the target, choices among alternatives, parameters by first use, doubts in order. */
export function openQuestions(choices: Choices, steps: readonly PlannedStep[], needsTarget: boolean): readonly Question[] {
  return [...targetQuestion(choices.runbook, choices.target, needsTarget), ...alternativeQuestions(choices), ...parameterQuestions(choices, steps), ...doubtQuestions(steps)];
}

/** Whether an included step depends on the target, itself or by the form that another target would get. */
export function planNeedsTarget({ runbook, forms }: Choices, steps: readonly PlannedStep[]): boolean {
  return steps.some(({ step, included }) => included && (dependsOnTarget(runbook, step) || hasTargetPlace(runbook, step) || forms.has(step.index)));
}

function targetQuestion(runbook: Runbook, target: ChosenTarget | null, needsTarget: boolean): readonly Question[] {
  const [first] = runbook.targets;
  if (target !== null || !needsTarget || first === undefined) return [];
  return [{ kind: 'target', name: runbook.inventories[first.inventory ?? -1]?.key ?? 'target', choices: targetChoices(runbook), span: first.span }];
}

/** Groups without a choice in which a choice would make some step run. */
function alternativeQuestions(choices: Choices): readonly Question[] {
  const { runbook, sections } = choices;
  return runbook.alternatives.flatMap((group): readonly Question[] => {
    if (sections.chosen.has(group.index) || choices.request.declined?.includes(group.index) === true) return [];
    const wouldRun = group.choices.some((choice, index) => {
      const chosen: SectionChoices = { ...sections, chosen: new Map([...sections.chosen, [group.index, { choices: [index], byTarget: false }]]) };
      return stepsOf(runbook, choice).some((step) => !choices.request.only.includes(step.id) && decide({ ...choices, sections: chosen }, step).included);
    });
    return wouldRun ? [{ kind: 'alternative', name: groupName(runbook, group), group: group.index, choices: group.choices.map(({ label }) => label), span: group.span }] : [];
  });
}

function stepsOf(runbook: Runbook, { steps }: Choice): readonly Step[] {
  return steps.flatMap((index) => runbook.steps[index] ?? []);
}

/** The open doubts about pieces in the plan. */
function doubtQuestions(steps: readonly PlannedStep[]): readonly Question[] {
  return steps.filter(({ included }) => included).flatMap(({ step, pieces }) =>
    pieces.flatMap(({ piece, doubts }) => doubts.filter(({ settledBy }) => settledBy === null).map((doubt): Question => ({ kind: 'doubt', name: `${step.id}.${piece.index}/${doubt.kind}`, step: step.id, piece: piece.index, doubt, span: step.span }))),
  );
}

/** Parameters without a value that included steps need, except those that an earlier included step captures or writes, or that come with the target. */
function parameterQuestions({ runbook, target }: Choices, steps: readonly PlannedStep[]): readonly Question[] {
  const captured = new Set<string>();
  const users = new Map<string, string[]>();
  for (const { step, included, missing } of steps) {
    if (!included) continue;
    for (const name of missing) if (!captured.has(name)) users.set(name, [...(users.get(name) ?? []), step.id]);
    for (const { parameter } of step.pins.capture?.value ?? []) captured.add(parameter);
    for (const name of writtenNames(step)) captured.add(name);
  }
  return [...users].flatMap(([name, ids]): readonly Question[] => {
    const parameter = [...runbook.parameters, ...runbook.variables].find((candidate) => candidate.name === name);
    return parameter === undefined || (target === null && comesWithTarget(runbook, parameter)) ? [] : [{ kind: 'parameter', name, example: parameter.example, from: setElsewhere(steps, name) ?? parameter.from, span: parameter.span, steps: ids }];
  });
}

/** Names that a step's code may write to `$RUNBOOK_OUTPUT`: `name=value`, or `name<<END`. One that it does not write after all is missed before the step that needs it. */
function writtenNames(step: Step): readonly string[] {
  if (step.kind !== 'command' || !step.code.text.includes('RUNBOOK_OUTPUT')) return [];
  return Array.from(step.code.text.matchAll(/(?<![\w-])([A-Za-z][\w-]*)(?:=|<<)/g), ([, name = '']) => name);
}
