import type { Runbook } from '../../model/index.ts';
import type { Decision } from './inclusion.ts';
import { unknownName } from '../problems.ts';
import type { PlanProblem, PlanRequest } from '../types.ts';

/** What is wrong with `--from`, `--only` and `--skip`. */
export function stepProblems(runbook: Runbook, request: PlanRequest, decisions: readonly Decision[]): readonly PlanProblem[] {
  const ids = runbook.steps.map(({ id }) => id);
  const given = [...(request.from === undefined ? [] : [{ option: '--from', id: request.from }]), ...request.only.map((id) => ({ option: '--only', id })), ...request.skip.map((id) => ({ option: '--skip', id }))];
  const unknown = given.filter(({ id }) => !ids.includes(id)).map(({ option, id }) => unknownName('step', `${option} ${id}`, 'no such step', id, ids, 'steps'));
  if (unknown.length > 0) return unknown;
  const conflicts = given.flatMap(({ option, id }): readonly PlanProblem[] => {
    const index = ids.indexOf(id);
    const decision = decisions[index];
    if (option === '--skip' || decision === undefined || decision.included) return [];
    const advice = decision.rule === 'request' ? 'give the one or the other' : 'runbook show says which steps are in the plan, and what brings others in';
    const span = runbook.steps[index]?.span;
    return [{ kind: 'step', what: `${option} ${id}`, why: `the step is out: ${decision.reason}`, advice, ...(span === undefined ? {} : { span }) }];
  });
  const unread = nothingToRead(runbook, decisions);
  if (conflicts.length === 0 && request.readOnly === true && unread !== null) return [unread];
  if (conflicts.length > 0 || given.length === 0 || decisions.some(({ included }) => included)) return conflicts;
  return [{ kind: 'nothing', what: 'nothing to run', why: 'the options leave no step in the plan', advice: 'runbook show says why each step is out' }];
}

/** `--read-only` leaves nothing: what it left out, by step. */
function nothingToRead({ steps }: Runbook, decisions: readonly Decision[]): PlanProblem | null {
  const out = decisions.flatMap(({ rule, reason }, index) => (rule === 'effect' ? [`${steps[index]?.id ?? ''} ${reason.replace(/^left out by --read-only: /, '')}`] : []));
  if (out.length === 0 || decisions.some(({ included }) => included)) return null;
  return { kind: 'nothing', what: 'nothing to run with --read-only', why: `it leaves out ${out.join('; ')}`, advice: 'only steps that are known to only read run with --read-only: run without it, or write a step that looks first' };
}
