import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, isGrpcServiceError, type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, defaultPayloadConverter, WorkflowNotFoundError } from '@temporalio/common';
import { errorMessage } from '../../model/index.ts';
import type { ReplyResult } from '../../walk/index.ts';
import type { AttemptKey } from '../../events/index.ts';
import { NAMES, type Answer, type Claimed, type ClaimRow, type Heartbeat, type OutputPart, type RecordedRow, type Snapshot, type Source, type Stop } from '../protocol.ts';

/** A run on an engine, used remotely. A message sent twice under one id counts once. */
export interface Remote {
  source(): Promise<Source>;
  /** The events of a certain run, rather than one that began later on the same target; `null`: whichever is current. */
  snapshot(from: number, run: string | null): Promise<Snapshot>;
  /** The progress of the running piece. */
  beat(): Promise<Heartbeat | null>;
  /** Part of what an attempt wrote, from the worker that has it. */
  output(of: AttemptKey & { readonly from: number }): Promise<OutputPart>;
  /** Sends a reply; one that the run refuses returns a refusal. */
  reply(answer: Answer, id: string): Promise<ReplyResult>;
  stop(stop: Stop): Promise<void>;
  claimRow(claim: ClaimRow): Promise<Claimed>;
  rowRecorded(row: RecordedRow): Promise<boolean>;
}

/** How long to wait for an answer, since a query needs a worker. */
const PATIENCE_MS = 5_000;

/** The gRPC codes that mean "not now". 9 is for a new history that no worker has seen yet. */
const NOT_NOW: ReadonlySet<number> = new Set([1, 4, 8, 9, 10, 13, 14]);

/** Whether a failed call may succeed in a moment, because the server or all workers are away. */
export function isAway(error: unknown): boolean {
  if (isGrpcServiceError(error)) return NOT_NOW.has(error.code);
  if (!(error instanceof Error)) return false;
  return ('cause' in error && error.cause !== undefined && isAway(error.cause)) || error.name === 'WorkflowUpdateRPCTimeoutOrCancelledError' || /no poller|deadline|unavailable|not.*ready/i.test(error.message);
}

/** The run behind a workflow: its latest execution, or a certain one. */
export function remoteRun(client: Client, id: string, execution?: string): Remote {
  const handle: WorkflowHandle = client.workflow.getHandle(id, execution);
  const soon = <T>(work: () => Promise<T>): Promise<T> => client.connection.withDeadline(Date.now() + PATIENCE_MS, work);
  return {
    source: () => soon(() => handle.query<Source>(NAMES.source)),
    snapshot: async (from, run) => {
      const snapshot = await soon(() => handle.query<Snapshot, [number]>(NAMES.snapshot, from));
      if (run === null || snapshot.id === run) return snapshot;
      const ended = await soon(() => endedRun(client, id, run));
      return soon(() => ended.query<Snapshot, [number]>(NAMES.snapshot, from));
    },
    beat: () => soon(async () => beatOf(await handle.describe())),
    output: (of) => soon(() => handle.query<OutputPart, [typeof of]>(NAMES.output, of)),
    reply: async (answer, updateId) => {
      try {
        return await soon(() => handle.executeUpdate<ReplyResult, [Answer]>(NAMES.reply, { args: [answer], updateId }));
      } catch (error) {
        const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
        if (!(cause instanceof ApplicationFailure)) throw error;
        return { status: 'refused', why: cause.message, advice: String(cause.details?.[0] ?? 'read what is asked now') };
      }
    },
    stop: (stop) => soon(() => handle.signal<[Stop]>(NAMES.stop, stop)),
    claimRow: (claim) => soon(() => handle.executeUpdate<Claimed, [ClaimRow]>(NAMES.claimRow, { args: [claim], updateId: randomUUID() })).catch(whereClosed({ held: false, row: null })),
    rowRecorded: (row) => soon(() => handle.executeUpdate<boolean, [RecordedRow]>(NAMES.rowRecorded, { args: [row], updateId: `row-${row.token}` })).catch(whereClosed(false)),
  };
}

/** The answer of a run that has closed, perhaps while it was asked: it closes once its row is settled, and says the same until then. */
function whereClosed<T>(answer: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof WorkflowNotFoundError) return answer;
    throw error;
  };
}

/** The latest heartbeat of the running piece, which the server returns to anybody and keeps in no history. */
function beatOf({ raw: { pendingActivities } }: Awaited<ReturnType<WorkflowHandle['describe']>>): Heartbeat | null {
  const [payload] = pendingActivities?.[0]?.heartbeatDetails?.payloads ?? [];
  return payload === undefined ? null : defaultPayloadConverter.fromPayload<Heartbeat | null>(payload);
}

/** A run that has ended, and another one has begun since. */
async function endedRun(client: Client, id: string, run: string): Promise<WorkflowHandle> {
  for await (const { runId, memo, status } of client.workflow.list({ query: `WorkflowType = '${NAMES.workflow}' AND WorkflowId = '${id.replaceAll("'", "''")}'` })) if (memo?.['run'] === run && status.name !== 'CONTINUED_AS_NEW') return client.workflow.getHandle(id, runId);
  throw new Error(`the engine does not have the run ${run} any more`);
}

const PAUSE_MS = 250;

/** Sends a reply until the run has it, under one id so that it counts once. Returns why it was refused, or `null`. */
export async function replyUntilHad(remote: Pick<Remote, 'reply'>, answer: Answer): Promise<string | null> {
  const id = randomUUID();
  try {
    const result = await untilHad(() => remote.reply(answer, id));
    return result.status === 'refused' ? result.why : null;
  } catch (error) {
    return errorMessage(error);
  }
}

/** Repeats some work as long as the engine is away, unless `goneAway` says that nobody is waiting for it any more. */
export async function untilHad<T>(work: () => Promise<T>, goneAway: () => boolean = () => false): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || goneAway()) throw error;
      await pause(PAUSE_MS);
    }
  }
}
