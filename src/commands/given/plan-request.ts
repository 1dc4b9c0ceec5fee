import { type Io, RunbookError, type Runbook } from '../../model/index.ts';
import { type Plan, planRun, type PlanProblem, type PlanRequest, readSettlement, type Settlement } from '../../plan/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { givenValues } from './given-values.ts';

/** The request made by the choosing options of `run` and `show`. */
export function planRequest(args: ParsedArgs, io: Io): PlanRequest {
  const target = args.text('target');
  const from = args.text('from');
  const settle = args.texts('settle').map(settlement);
  return {
    values: givenValues(args, io),
    sections: args.texts('section'),
    only: args.texts('only'),
    skip: args.texts('skip'),
    environment: io.env,
    ...(args.flag('read-only') ? { readOnly: true } : {}),
    ...(settle.length === 0 ? {} : { settle }),
    ...(target === undefined ? {} : { target }),
    ...(from === undefined ? {} : { from }),
  };
}

/** @throws RunbookError where it is none. */
export function settlement(text: string): Settlement {
  const read = readSettlement(text);
  if (read === null) throw new RunbookError({ what: `--settle ${text}`, why: 'expected <step>[.<piece>][/<doubt>]=<answer>', advice: 'for example --settle verify-2/conditional=run; runbook show lists what is held' });
  return read;
}

/**
 * The plan for a request.
 * @throws RunbookError for the first thing that is wrong with the request.
 */
export function planOrThrow(runbook: Runbook, request: PlanRequest): Plan {
  const { plan, problems } = planRun(runbook, request);
  const [first] = problems;
  if (first !== undefined) throw planError(runbook, first);
  return plan;
}

/** A problem with the request, as the error that users see. */
export function planError({ path }: Runbook, { what, why, advice, span }: PlanProblem): RunbookError {
  return new RunbookError({ what, why, advice, ...(span === undefined ? {} : { where: { path, at: span.start } }) });
}
