import { allHandlersFinished, ApplicationFailure, condition, continueAsNew, proxyActivities, setHandler, defineQuery, defineSignal, defineUpdate, workflowInfo } from '@temporalio/workflow';
import { NAMES, type Activities, type Answer, type Attempt, type Claimed, type ClaimRow, type Opened, type OutputOf, type RecordedRow, type RunInput, type Snapshot, type Source, type Stop } from '../protocol.ts';
import type { ReplyResult } from '../../walk/index.ts';
import { EngineRun } from './engine-run.ts';

/** How long a worker is waited for that is to take a run. */
const OPENING = '7 days';

/** How long a piece waits for its worker: one that has a hundred runs is not gone. */
const TAKING = '2 minutes';
/** How long nothing is heard of one before it is asked what became of the piece: with many runs on a slow machine tasks and answers are late, and some are lost. */
const BEATING = '20 seconds';
/** How long it may take to answer that. */
const ASKING = '30 seconds';

/** The workflow: one run of one runbook on one target, from its first question to its row. */
export async function runbook(input: RunInput): Promise<string> {
  const run = new EngineRun(input, { open: opener(input), workerOf });
  setHandler(defineQuery<Source>(NAMES.source), () => run.source(workflowInfo().startTime.toISOString()));
  setHandler(defineQuery<Snapshot, [number]>(NAMES.snapshot), (from) => run.snapshot(from));
  setHandler(defineQuery<OutputOf, [Attempt & { readonly from: number }]>(NAMES.output), (of) => run.output(of));
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

/** Refused before it comes into the history. */
function refuse(refusal: { readonly why: string; readonly advice: string } | null): void {
  if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal.why, 'refused', refusal.advice);
}

function opener({ queue }: RunInput): Activities['open'] {
  return proxyActivities<Activities>({ taskQueue: queue, scheduleToCloseTimeout: OPENING, startToCloseTimeout: '1 minute', retry: { maximumInterval: '10 seconds' } }).open;
}

/** What runs is tried once: whether it is tried again a person says. */
function workerOf({ queue }: Opened): Pick<ReturnType<typeof proxyActivities<Activities>>, 'open' | 'piece' | 'again' | 'end'> {
  const once = { taskQueue: queue, retry: { maximumAttempts: 1 } } as const;
  const long = { ...once, startToCloseTimeout: '30 days', heartbeatTimeout: BEATING, cancellationType: 'WAIT_CANCELLATION_COMPLETED' } as const;
  const { piece } = proxyActivities<Activities>({ ...long, scheduleToStartTimeout: TAKING });
  const { again } = proxyActivities<Activities>({ ...long, scheduleToStartTimeout: ASKING });
  const { open, end } = proxyActivities<Activities>({ ...once, scheduleToStartTimeout: TAKING, startToCloseTimeout: '10 minutes', heartbeatTimeout: BEATING });
  return { open, piece, again, end };
}
