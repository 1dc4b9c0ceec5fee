import type { AmbientContext } from '../context/index.ts';
import type { AttemptKey, OutcomeCounts, RunEvent, RunFinished } from '../events/index.ts';
import type { MissingProgram, PieceResult } from '../execute/index.ts';
import type { BegunRow } from '../history/index.ts';
import type { PlanRequest } from '../plan/index.ts';
import type { ApprovalRule } from '../settings/index.ts';
import type { Prompt, Reply, Running } from '../walk/index.ts';

// What clients, the workflow and the workers send each other: plain data without secrets.

/** Names in Temporal. They must never change, since the histories of runs refer to them. */
export const NAMES = { workflow: 'runbook', source: 'source', snapshot: 'snapshot', output: 'output', reply: 'reply', claimRow: 'claim-row', rowRecorded: 'row-recorded', stop: 'stop' } as const;

/** The most events in one answer to a query; the client then asks for the rest at once. */
export const MOST_EVENTS = 200;

/** Who answers: the name for the events, and the login behind it. */
export interface Who {
  readonly operator: string;
  /** e.g. `mira@bastion-1`. */
  readonly login: string;
}

/** The choices for a run. Values from the environment come from the worker. */
export type EngineRequest = Omit<PlanRequest, 'environment'>;

/** The input of a run. */
export interface RunInput {
  readonly id: string;
  /** The text of the runbook, as whoever started the run has it. */
  readonly text: string;
  /** Its path in the repository. */
  readonly path: string;
  /** Digest of the text, hex. */
  readonly digest: string;
  readonly request: EngineRequest;
  readonly starter: Who;
  readonly unattended: { readonly followForMs: number; readonly allowDestructive: boolean } | null;
  /** Names of production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** What needs a second person's approval. */
  readonly approve: readonly ApprovalRule[];
  /** Whether blocks begin with `set -o pipefail` unless a pin says otherwise. */
  readonly pipefail: boolean;
  /** Most milliseconds for a step; `null`: no limit. */
  readonly timeoutMs: number | null;
  /** Version of the runbook program that started it. */
  readonly version: string;
  /** Whether to write a history row. */
  readonly history: boolean;
  readonly queue: string;
  readonly notes: readonly string[];
  /** The earlier part of a long run that continues in a new history. */
  readonly before: Before | null;
}

/** The state of a run when its history became too long. */
interface Before {
  readonly generation: number;
  /** The events; outputs except the latest are holes, so that clients can continue counting where they were. */
  readonly events: readonly (RunEvent | null)[];
  readonly request: EngineRequest;
  readonly opened: Opened;
  /** Id of the question at that time, which is asked again under another id. */
  readonly asked: string;
}

/** The run as a worker has opened it. */
export interface Opened {
  readonly host: string;
  /** The queue that only this worker serves. */
  readonly queue: string;
  /** Values for the runbook's parameters in the worker's environment; a secret is `***`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly missing: readonly MissingProgram[];
  /** What the worker's machine points at, for everything that the runbook's commands act on. */
  readonly context: readonly AmbientContext[];
}

/** A run as a worker knows it, once it has the text. */
export type Job = Pick<RunInput, 'id' | 'path' | 'request' | 'starter' | 'pipefail' | 'timeoutMs' | 'version'>;

/** A run for a worker to take. */
export interface OpenJob extends Job {
  readonly text: string;
}

/** A piece to run. */
export interface PieceJob extends Job {
  readonly step: string;
  readonly piece: number;
  readonly attempt: number;
  /** The operator's edited code. */
  readonly code: string | null;
}

/** The result of a piece: its events with the end of its output, and what the worker's machine points at now. */
export interface PieceDone {
  readonly result: PieceResult;
  readonly events: readonly RunEvent[];
  readonly context: readonly AmbientContext[];
}

/** A run to close at the worker. */
export interface EndJob extends Job {
  readonly status: RunFinished['status'];
  readonly reason: string;
  readonly counts: OutcomeCounts | null;
}

/** How it ended there, since the EXIT traps of blocks may still fail. */
export type Ended = Pick<EndJob, 'status' | 'reason'> & { readonly events: readonly RunEvent[] };

/** The activities of workers. */
export interface Activities {
  /** Takes a run, and says what this worker has for it. */
  open(job: OpenJob): Promise<Opened>;
  piece(job: PieceJob): Promise<PieceDone>;
  /** Asks about a piece that was not heard of, since its task or its answer may have been lost. If it never arrived it runs now. `null` if nobody knows. */
  again(job: PieceJob): Promise<PieceDone | null>;
  end(job: EndJob): Promise<Ended>;
}

/** The error type of a worker that refused, in which case nothing ran. */
export const NOT_RUN = 'not-run';

/** The output so far of a running piece, in its heartbeat: its end, and its length in characters. */
export interface Heartbeat extends AttemptKey {
  readonly tail: string;
  readonly total: number;
}

/** A request for part of an attempt's output. The workflow does not have it: the worker replaces the request by the text. */
export interface OutputOf extends AttemptKey {
  readonly outputOf: string;
  /** In bytes. */
  readonly from: number;
}

/** The part that a worker has. */
export type OutputPart = { readonly kind: 'part'; readonly text: string; readonly next: number | null } | { readonly kind: 'none'; readonly host: string };

/** The state of a run, for whoever asks. */
export interface Snapshot {
  readonly id: string;
  /** The index of the next event to ask for, and how many there are. */
  readonly next: number;
  readonly total: number;
  readonly events: readonly RunEvent[];
  readonly request: PlanRequest;
  readonly prompt: Prompt | null;
  /** Id of the same question in the previous history; `null` if it was not asked there. */
  readonly was: string | null;
  readonly running: Running | null;
  /** Who is writing its row, and since when. */
  readonly claim: Claim | null;
}

/** The subject of a run, and its text at the beginning. */
export type Source = Pick<RunInput, 'id' | 'text' | 'path' | 'starter' | 'queue' | 'history'> & { readonly startedAt: string; readonly unattended: boolean };

/** A request to write the row of a run that has ended. */
export interface ClaimRow extends Who {
  /** Identifies the claim. */
  readonly token: string;
  /** The claiming process, so that others on its machine can tell whether it is alive. */
  readonly process: { readonly pid: number; readonly host: string; readonly start: string | null };
  /** The token of a claim whose process is gone. */
  readonly after: string | null;
  /** The row, once it is about to be written. Whoever takes the claim over writes this row, unless it is already there. */
  readonly row: BegunRow | null;
}

/** Somebody is writing the row of a run that has ended. */
export interface Claim extends Omit<ClaimRow, 'after'> {
  /** ISO 8601. */
  readonly since: string;
}

/** Whether a claim was granted, and the row if somebody has begun to write it. */
export interface Claimed {
  readonly held: boolean;
  readonly row: BegunRow | null;
}

/** A request to stop the piece of a certain run, since another run of the same runbook may have begun. */
export interface Stop extends Who {
  readonly run: string;
}

/** A reply, and who gave it. */
export interface Answer {
  readonly reply: Reply;
  readonly who: Who;
}

/** What became of a row. */
export interface RecordedRow {
  readonly token: string;
  readonly row: string;
  readonly status: 'written' | 'kept' | 'lost' | 'declined';
  readonly reason: string | null;
}
