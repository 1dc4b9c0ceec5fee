import type { Parameter, Runbook } from '../model/index.ts';
import { choiceRounds, type Plan, type PlanProblem, type PlanRequest, planWithChoices, valueVariable } from '../plan/index.ts';

/** A choice for whoever starts a run. */
export interface OfferedChoice {
  readonly name: string;
  readonly labels: readonly string[];
  /** Its steps, all of which are left out if none is chosen. */
  readonly steps: readonly string[];
  /** Whether some targets decide it by themselves. */
  readonly byTarget: boolean;
}

/** A value to be given by whoever starts a run. */
export interface OfferedValue {
  readonly parameter: Parameter;
  /** The variable that carries it. */
  readonly variable: string;
  /** Whether it must be given, because neither a target nor a default has it. */
  readonly required: boolean;
}

/** Everything that a runbook asks of whoever starts it, over all of these targets and choices. */
export interface Surface {
  /** The plans, with each choice taken at least once for each target. */
  readonly plans: readonly Plan[];
  readonly problems: readonly PlanProblem[];
  readonly choices: readonly OfferedChoice[];
  readonly values: readonly OfferedValue[];
  /** The values that are secrets. */
  readonly secrets: readonly OfferedValue[];
}

/** What has to be given to run a runbook on any of these targets; without a target if there are none. */
export function callerSurface(runbook: Runbook, targets: readonly string[], base: PlanRequest): Surface {
  const starts = targets.length === 0 ? [base] : targets.map((target) => ({ ...base, target }));
  const ways = starts.flatMap((start) => Array.from({ length: choiceRounds(runbook) }, (_, index) => planWithChoices(runbook, start, index)));
  const plans = ways.map(({ plan }) => plan);
  const asked = new Set(ways.flatMap((way) => way.asked));
  const values = offeredValues(plans);
  const secret = new Set(plans.flatMap(({ parameters }) => parameters.filter((each) => each.secret).map(({ parameter }) => parameter.name)));
  return {
    plans,
    problems: ways.flatMap((way) => way.problems),
    choices: [...asked].sort((one, other) => one - other).flatMap((group) => offeredChoice(runbook, group, plans)),
    values: values.filter(({ parameter }) => !secret.has(parameter.name)),
    secrets: values.filter(({ parameter }) => secret.has(parameter.name)),
  };
}

function offeredChoice(runbook: Runbook, index: number, plans: readonly Plan[]): readonly OfferedChoice[] {
  const group = runbook.alternatives[index];
  const name = plans[0]?.alternatives.find((each) => each.group.index === index)?.name;
  if (group === undefined || name === undefined) return [];
  const labels = group.choices.map(({ label }) => label);
  const steps = [...new Set(group.choices.flatMap((choice) => choice.steps))].flatMap((step) => runbook.steps[step]?.id ?? []);
  const byTarget = plans.some(({ alternatives, request }) => (alternatives.find((each) => each.group.index === index)?.chosen ?? []).some((label) => !request.sections.includes(label)));
  return [{ name, labels, steps, byTarget }];
}

/** The parameters that some plan asks for, or whose default may be overridden, in order of first use. */
function offeredValues(plans: readonly Plan[]): readonly OfferedValue[] {
  const asks = plans.map(({ questions }) => new Set(questions.flatMap((question) => (question.kind === 'parameter' ? [question.name] : []))));
  const found = new Map<string, Parameter>();
  for (const [index, { parameters }] of plans.entries()) {
    for (const { parameter, source, needed } of parameters) {
      if (asks[index]?.has(parameter.name) === true || (needed && source === 'default')) found.set(parameter.name, parameter);
    }
  }
  return [...found.values()]
    .sort((one, other) => one.span.start.offset - other.span.start.offset)
    .map((parameter) => ({ parameter, variable: valueVariable(parameter.name), required: asks.every((names) => names.has(parameter.name)) }));
}
