import type { AmbientContext } from '../context/index.ts';
import type { OutcomeCounts, RunEvent, StepFinished } from '../events/index.ts';
import type { MissingProgram, PieceResult } from '../execute/index.ts';
import type { BegunRow } from '../history/index.ts';
import type { PlanRequest } from '../plan/index.ts';
import type { ApprovalRule } from '../settings/index.ts';
import type { Prompt, Reply, Running } from '../walk/index.ts';

// What goes between those who answer, the workflow that asks and the workers that run: plain data, and no secret in it.

/** Names as Temporal has them. Runs in their histories go by these: they are never changed. */
export const NAMES = { workflow: 'runbook', source: 'source', snapshot: 'snapshot', output: 'output', reply: 'reply', claimRow: 'claim-row', rowRecorded: 'row-recorded', stop: 'stop' } as const;

/** Events in one answer to a query; the rest is asked for at once. */
export const MOST_EVENTS = 200;

/** Who answers: the name that goes into events, and the login that it was given from. */
export interface Who {
  readonly operator: string;
  /** e.g. `mira@bastion-1`. */
  readonly login: string;
}

/** What was chosen for a run. What the environment holds is the worker's to say. */
export type EngineRequest = Omit<PlanRequest, 'environment'>;

/** What a run begins with. */
export interface RunInput {
  readonly id: string;
  /** The runbook, as whoever started the run has it. */
  readonly text: string;
  /** Its path in the repository. */
  readonly path: string;
  /** Of the text, hex. */
  readonly digest: string;
  readonly request: EngineRequest;
  readonly starter: Who;
  readonly unattended: { readonly followForMs: number; readonly allowDestructive: boolean } | null;
  /** Names that are production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** What a second person has to approve. */
  readonly approve: readonly ApprovalRule[];
  /** Whether blocks begin with `set -o pipefail` where no pin says otherwise. */
  readonly pipefail: boolean;
  /** Milliseconds that a step may take; `null`: no limit. */
  readonly timeoutMs: number | null;
  /** Of the runbook program that started it. */
  readonly version: string;
  /** Whether a history row is wanted. */
  readonly history: boolean;
  readonly queue: string;
  readonly notes: readonly string[];
  /** What went before, where a long run goes on in a new history. */
  readonly before: Before | null;
}

/** A run as it stood when its history became too long. */
export interface Before {
  readonly generation: number;
  /** In the place of each output but the latest nothing: whoever has seen so many of the events goes on behind them. */
  readonly events: readonly (RunEvent | null)[];
  readonly request: EngineRequest;
  readonly opened: Opened;
  /** Id of the question that was asked then; it is asked again under another. */
  readonly asked: string;
}

/** The run as the worker has opened it. */
export interface Opened {
  readonly host: string;
  /** The queue that this worker alone serves. */
  readonly queue: string;
  /** Values of the runbook's parameters that are in the worker's environment; `***` for a secret. */
  readonly environment: Readonly<Record<string, string>>;
  readonly missing: readonly MissingProgram[];
  /** What the worker points at, for all that the runbook's commands act on. */
  readonly context: readonly AmbientContext[];
}

/** A run as a worker is to know it, once it has its text. */
export type Job = Pick<RunInput, 'id' | 'path' | 'request' | 'starter' | 'pipefail' | 'timeoutMs' | 'version'>;

/** A run that a worker is to take. */
export interface OpenJob extends Job {
  readonly text: string;
}

/** A piece to run. */
export interface PieceJob extends Job {
  readonly step: string;
  readonly piece: number;
  readonly attempt: number;
  /** The operator's own text. */
  readonly code: string | null;
}

/** What became of a piece: its events with the end of its output, and what the worker points at now. */
export interface PieceDone {
  readonly result: PieceResult;
  readonly events: readonly RunEvent[];
  readonly context: readonly AmbientContext[];
}

/** A run that is to be closed at the worker. */
export interface EndJob extends Job {
  readonly status: 'passed' | 'failed' | 'aborted';
  readonly reason: string;
  readonly counts: OutcomeCounts | null;
}

/** How it ended there: what blocks left for the exit may fail yet. */
export type Ended = Pick<EndJob, 'status' | 'reason'> & { readonly events: readonly RunEvent[] };

/** What workers do. */
export interface Activities {
  /** Says what this worker has for a run, and takes it. */
  open(job: OpenJob): Promise<Opened>;
  piece(job: PieceJob): Promise<PieceDone>;
  /** What became of a piece of which nothing was heard, as its task or its answer may have been lost on the way: one that never came here runs now. `null` where nobody knows. */
  again(job: PieceJob): Promise<PieceDone | null>;
  end(job: EndJob): Promise<Ended>;
}

/** Why a worker did not do what it was asked, where nothing of it ran. */
export const NOT_RUN = 'not-run';

/** An attempt at a piece. */
export type Attempt = Pick<StepFinished, 'step' | 'piece' | 'attempt'>;

/** The output so far of a piece that runs, in its heartbeat: its end, and how many characters there are. */
export interface Heartbeat extends Attempt {
  readonly tail: string;
  readonly total: number;
}

/** Asks for a stretch of what an attempt wrote. The workflow has none of it: the worker puts the text in the place of this. */
export interface OutputOf extends Attempt {
  readonly outputOf: string;
  /** In bytes. */
  readonly from: number;
}

/** What a worker has of it. */
export type OutputPart = { readonly kind: 'part'; readonly text: string; readonly next: number | null } | { readonly kind: 'none'; readonly host: string };

/** Where a run stands, for whoever asks. */
export interface Snapshot {
  readonly id: string;
  /** Where the events after these begin, and how many there are. */
  readonly next: number;
  readonly total: number;
  readonly events: readonly RunEvent[];
  readonly request: PlanRequest;
  readonly prompt: Prompt | null;
  /** Id that the same question had in the history before this one; `null` where it is no other's. */
  readonly was: string | null;
  readonly running: Running | null;
  /** Where its pieces run; `null` until a worker has taken it. */
  readonly host: string | null;
  /** Who writes its row, since when. */
  readonly claim: Claim | null;
  /** Nothing more is to come. */
  readonly closed: boolean;
}

/** What a run is about, and its text as it began. */
export type Source = Pick<RunInput, 'id' | 'text' | 'path' | 'starter' | 'queue' | 'history'> & { readonly startedAt: string; readonly unattended: boolean };

/** Somebody asks to write the row of an ended run. */
export interface ClaimRow extends Who {
  /** Names the one who claims it, and no other. */
  readonly token: string;
  /** The process that does: others on its machine can tell whether it lives. */
  readonly process: { readonly pid: number; readonly host: string; readonly start: string | null };
  /** The token of one whose process is gone. */
  readonly after: string | null;
  /** Set once it is about to be written: whoever takes it over writes this one, and none where it stands already. */
  readonly row: BegunRow | null;
}

/** Somebody writes the row of an ended run. */
export interface Claim extends Omit<ClaimRow, 'after'> {
  /** ISO 8601. */
  readonly since: string;
}

/** Whether a claim holds, and the row where its writing was begun. */
export interface Claimed {
  readonly held: boolean;
  readonly row: BegunRow | null;
}

/** Who wants the piece of a run to end. Another run of the same runbook may have begun since. */
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
