import type { RunState } from '../../events/index.ts';
import type { Runbook } from '../../model/index.ts';
import type { PlanRequest } from '../../plan/index.ts';

/** The request of a resumed run: the same target, sections, steps and values as before; `--set` and `--settle` add to it. */
export function resumedRequest(state: RunState, runbook: Runbook, given: PlanRequest): PlanRequest {
  const stored = Object.entries(state.parameters).filter(([, { secret, source }]) => !secret && source !== 'target' && source !== 'environment');
  const target = state.started?.target;
  return {
    values: { ...Object.fromEntries(stored.map(([name, { value }]) => [name, value])), ...given.values },
    sections: state.sections,
    declined: state.declined,
    ...(given.settle === undefined ? {} : { settle: given.settle }),
    ...chosenSteps(state, new Set(runbook.steps.map(({ id }) => id))),
    environment: given.environment,
    ...(target == null ? {} : { target }),
  };
}

/** Those of the chosen steps that still exist; missing ones are reported. A journal of an older version has only the steps. */
function chosenSteps({ started }: RunState, ids: ReadonlySet<string>): Pick<PlanRequest, 'from' | 'only' | 'skip' | 'readOnly'> {
  const { choosing } = started ?? {};
  const there = (names: readonly string[]): readonly string[] => names.filter((id) => ids.has(id));
  if (choosing === undefined) return { only: there(started?.steps ?? []), skip: [] };
  return { only: there(choosing.only), skip: there(choosing.skip), ...(choosing.readOnly === true ? { readOnly: true } : {}), ...(choosing.from === null || !ids.has(choosing.from) ? {} : { from: choosing.from }) };
}
