import { allHandlersFinished, ApplicationFailure, condition, continueAsNew, proxyActivities, setHandler, defineQuery, defineSignal, defineUpdate, workflowInfo } from '@temporalio/workflow';
import { NAMES, type Activities, type Answer, type Claimed, type ClaimRow, type Opened, type OutputOf, type RecordedRow, type RunInput, type Snapshot, type Source, type Stop } from '../protocol.ts';
import type { AttemptKey } from '../../events/index.ts';
import type { ReplyResult } from '../../walk/index.ts';
import { EngineRun } from './engine-run.ts';

/** How long to wait for a worker to take a run. */
const OPENING = '7 days';

/** How long a piece waits for its worker, which may be busy with a hundred runs. */
const TAKING = '2 minutes';
/** How long a piece may be silent before the worker is asked about it: with many runs on a slow machine tasks and answers are late, and some are lost. */
const BEATING = '20 seconds';
/** How long the worker may take to answer that. */
const ASKING = '30 seconds';

/** The workflow: one run of one runbook on one target, from its first question to its row. */
export async function runbook(input: RunInput): Promise<string> {
  const run = new EngineRun(input, { open: opener(input), workerOf });
  setHandler(defineQuery<Source>(NAMES.source), () => run.source(workflowInfo().startTime.toISOString()));
  setHandler(defineQuery<Snapshot, [number]>(NAMES.snapshot), (from) => run.snapshot(from));
  setHandler(defineQuery<OutputOf, [AttemptKey & { readonly from: number }]>(NAMES.output), (of) => run.output(of));
  setHandler(defineSignal<[Stop]>(NAMES.stop), (stop) => run.stop(stop));
  setHandler(defineUpdate<ReplyResult, [Answer]>(NAMES.reply), (answer) => run.reply(answer), { validator: (answer) => refuse(run.refusal(answer)) });
  setHandler(defineUpdate<Claimed, [ClaimRow]>(NAMES.claimRow), (claim) => run.claimRow(claim));
  setHandler(defineUpdate<boolean, [RecordedRow]>(NAMES.rowRecorded), (row) => run.rowRecorded(row));
  const ended = run.walk();
  const isTooLong = (): boolean => run.movable && workflowInfo().continueAsNewSuggested && allHandlersFinished();
  run.holdsBack = () => workflowInfo().continueAsNewSuggested;
  await Promise.race([ended, condition(isTooLong)]);
  if (!run.closed) return continueAsNew<typeof runbook>(run.next());
  const outcome = await ended;
  await condition(() => run.settled && allHandlersFinished());
  return outcome;
}

/** Refuses a reply before it gets into the history. */
function refuse(refusal: { readonly why: string; readonly advice: string } | null): void {
  if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal.why, 'refused', refusal.advice);
}

function opener({ queue }: RunInput): Activities['open'] {
  return proxyActivities<Activities>({ taskQueue: queue, scheduleToCloseTimeout: OPENING, startToCloseTimeout: '1 minute', retry: { maximumInterval: '10 seconds' } }).open;
}

/** Pieces are attempted once; whether to try again is up to a person. */
function workerOf({ queue }: Opened): Pick<ReturnType<typeof proxyActivities<Activities>>, 'open' | 'piece' | 'again' | 'end'> {
  const once = { taskQueue: queue, retry: { maximumAttempts: 1 } } as const;
  const long = { ...once, startToCloseTimeout: '30 days', heartbeatTimeout: BEATING, cancellationType: 'WAIT_CANCELLATION_COMPLETED' } as const;
  const { piece } = proxyActivities<Activities>({ ...long, scheduleToStartTimeout: TAKING });
  const { again } = proxyActivities<Activities>({ ...long, scheduleToStartTimeout: ASKING });
  const { open, end } = proxyActivities<Activities>({ ...once, scheduleToStartTimeout: TAKING, startToCloseTimeout: '10 minutes', heartbeatTimeout: BEATING });
  return { open, piece, again, end };
}
