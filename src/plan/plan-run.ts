import type { Runbook } from '../model/index.ts';
import { type Choices, chooseSections, chooseTarget, decide, type Decision, groupName, makeChoices, stepProblems, targetChoices, targetNamed } from './choices/index.ts';
import { Assigned, bindings, type Bindings, setElsewhere } from './binding/index.ts';
import { addDoubts } from './doubts/index.ts';
import { planStep } from './planned-step.ts';
import { openQuestions, planNeedsTarget } from './questions.ts';
import type { ChosenTarget, Plan, PlannedPiece, PlannedStep, PlanProblem, PlanRequest, PlanResult } from './types.ts';
import { resolveValues } from './values/index.ts';

/** A request that chooses nothing. */
export const EMPTY_REQUEST: PlanRequest = { values: {}, sections: [], only: [], skip: [], environment: {} };

/** Plans a run: every step in or out with the reason, known values filled in, and what is still open. */
export function planRun(runbook: Runbook, request: PlanRequest): PlanResult {
  const { target, problems } = chooseTarget(runbook, request);
  return planFor(runbook, request, target, problems);
}

/** The plan with further values (answers, captures). A refused value is a problem, and its parameter stays open. */
export function setValues(plan: Plan, values: Readonly<Record<string, string>>): PlanResult {
  return planRun(plan.runbook, { ...plan.request, values: { ...plan.request.values, ...values } });
}

/** The plan for each possible target, globs standing for the names that they match. */
export function planTargets(runbook: Runbook, request: PlanRequest): readonly { readonly target: string; readonly plan: Plan }[] {
  const globs = runbook.targets.filter(({ glob }) => glob).map(({ name }) => name);
  const names = targetChoices(runbook).filter((name) => globs.includes(name) || runbook.targets.some((target) => target.name === name));
  return names.map((target) => ({ target, plan: planFor(runbook, request, targetNamed(runbook, target), []).plan }));
}

function planFor(runbook: Runbook, request: PlanRequest, target: ChosenTarget | null, problems: readonly PlanProblem[]): PlanResult {
  const values = resolveValues(runbook, request, target);
  const sections = chooseSections(runbook, request, target);
  const choices = makeChoices(runbook, request, target, sections);
  const decisions = runbook.steps.map((step) => decide(choices, step));
  const { steps, problems: unsettled } = planAll(choices, bindings(runbook, target, values), decisions);
  const needsTarget = planNeedsTarget(choices, steps);
  const used = new Set(steps.filter(({ included }) => included).flatMap(({ parameters }) => parameters));
  const alternatives = runbook.alternatives.map((group) => ({
    group,
    name: groupName(runbook, group),
    labels: group.choices.map(({ label }) => label),
    chosen: (sections.chosen.get(group.index)?.choices ?? []).flatMap((index) => group.choices[index]?.label ?? []),
  }));
  const plan: Plan = {
    runbook,
    request,
    target,
    parameters: values.parameters.map((value) => ({ ...value, needed: used.has(value.parameter.name), setElsewhere: setElsewhere(steps, value.parameter.name) })).filter(({ parameter, needed, source }) => needed || source === 'set' || !runbook.variables.includes(parameter)),
    steps,
    alternatives,
    questions: openQuestions(choices, steps, needsTarget),
    needsTarget,
  };
  return { plan, problems: [...problems, ...values.problems, ...sections.problems, ...stepProblems(runbook, request, decisions), ...refusals(steps), ...unsettled] };
}

/** The steps with their doubts. Where one is settled by leaving a piece out, what that piece would set is not set for those below. */
function planAll(choices: Choices, known: Bindings, decisions: readonly Decision[]): ReturnType<typeof addDoubts> {
  const skipped = choices.request.skipped ?? [];
  const planned = addDoubts(choices, planSteps(known, decisions, skipped));
  const settled = planned.steps.flatMap(({ step, pieces }) => pieces.filter(isLeftOut).map(({ piece }) => ({ step: step.id, piece: piece.index })));
  return settled.length === 0 ? planned : addDoubts(choices, planSteps(known, decisions, [...skipped, ...settled]));
}

function isLeftOut({ doubts }: PlannedPiece): boolean {
  return doubts.some(({ settledBy, answer }) => settledBy !== null && answer === 'skip');
}

function planSteps(known: Bindings, decisions: readonly Decision[], skipped: NonNullable<PlanRequest['skipped']>): readonly PlannedStep[] {
  const assigned = new Assigned();
  return known.runbook.steps.map((step, index) => {
    const decision = decisions[index] ?? { included: false, reason: '', rule: 'default' };
    const planned = planStep(known, step, decision, assigned, new Set(skipped.filter((place) => place.step === step.id).map(({ piece }) => piece)));
    if (decision.included) assigned.add(known, planned, skipped);
    return planned;
  });
}

/** Secrets that would have to be written into a command, which keeps the piece from running. */
function refusals(steps: readonly PlannedStep[]): readonly PlanProblem[] {
  return steps
    .filter(({ included }) => included)
    .flatMap(({ step, pieces }) => pieces.flatMap(({ refused }) => refused.map(({ name, why, span }): PlanProblem => ({ kind: 'parameter', what: `the secret ${name} cannot be used in step ${step.id}`, why, advice: `leave the step out with --skip ${step.id}, or have the runbook read it from a variable`, span }))));
}
