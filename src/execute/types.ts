import type { Surroundings } from '../context/index.ts';
import type { Confirmed, DoubtReopened, DoubtSettled, ExpectationChecked, HistoryRecorded, Listener, MessageSent, Note, OutcomeCounts, ParameterSet, RunEvent, RunFinished, RunState, SectionChosen, StepFinished, StepSkipped, Unstamped } from '../events/index.ts';
import type { Plan, PlanProblem, PlanRequest } from '../plan/index.ts';

/** The time, passed in so that tests need not wait. */
export interface Clock {
  now(): Date;
  /** Milliseconds of a clock that never jumps. */
  monotonic(): number;
}

/** The operator's terminal, lent to a step that needs it. */
export interface TerminalPort {
  /** Gives the terminal away while `work` runs, and restores it afterwards. */
  handOver(work: () => Promise<void>): Promise<void>;
}

/** The result of an attempt at a piece. */
export interface PieceResult {
  readonly outcome: 'passed' | 'failed' | 'stopped' | 'timed-out';
  readonly exitCode: number | null;
  /** The connection to its place was lost, or the process that ran it is gone: nobody knows how far it got. */
  readonly interrupted: boolean;
  readonly checks: readonly ExpectationChecked[];
  /** The piece called `exit`, so the rest of its block does not run. */
  readonly endsBlock: boolean;
  /** Why it failed, in words: `expected 200: no line equals it`; `''` otherwise. */
  readonly reason: string;
}

/** What the operator changed about one attempt. */
export interface PieceOptions {
  /** The operator's edited code, which runs instead of the plan's. */
  readonly code?: string;
}

/** Composes the row of a run that is about to end and stores it; returns whether there is one. */
export type KeepRow = (session: RunSession, end: RunFinished) => Promise<boolean>;

/** A run in progress: every face drives this, and everything that happens is an event. */
export interface RunSession {
  readonly id: string;
  /** The folder of the run, with its journal. */
  readonly folder: string;
  /** Changes when a value is set. */
  readonly plan: Plan;
  readonly state: RunState;
  /** All events so far except output, those of earlier processes first: for the history row, even if the journal cannot be written. */
  readonly events: readonly RunEvent[];
  /** Whether a step has the terminal now, so that Ctrl-C is meant for it. */
  readonly terminalGiven: boolean;
  /** Set once the journal cannot be written: no further step may run. */
  readonly broken: string | null;
  /** How a background piece failed by itself; `null` if none did. */
  readonly backgroundFailure: string | null;
  /** A text with every secret masked, for whatever is shown without being an event, e.g. the plan's code. */
  mask(text: string): string;
  /** Called with each event after it is on disk; a returned promise holds back the output of the running step. */
  subscribe(listener: Listener<RunEvent>): () => void;
  /** `again`: pieces that ran with the previous value and are to be asked for again. */
  setParameter(name: string, value: string, source: ParameterSet['source'], again?: ParameterSet['again']): PlanProblem | null;
  /** Plans another request, e.g. with a further section; returns what is wrong with it, or `null`. */
  replan(request: PlanRequest): PlanProblem | null;
  /** Emits an event that only the conversation knows about. */
  record(event: Unstamped<SectionChosen | DoubtSettled | DoubtReopened | Confirmed | Note | StepFinished | MessageSent>): void;
  /** The folder and environment in which the next piece begins. */
  surroundings(): Surroundings;
  runPiece(step: string, piece: number, options?: PieceOptions): Promise<PieceResult>;
  /** Answers a judgement, overrules a check, or takes such an answer back (`unverified`). */
  judge(step: string, piece: number, index: number, status: ExpectationChecked['status'], reason: string): void;
  /** Accepts a piece although it failed. */
  accept(step: string, piece: number, reason: string): void;
  skip(step: string, piece: number, reason: string, by?: StepSkipped['by']): void;
  /** Records that a person did a manual step, or took it as read. Its checks are not verified by that. */
  markDone(step: string, piece?: number, reason?: string): void;
  /** Records that a piece that was cut off ran to its end, as the operator saw. Its checks are not verified by that. */
  markRan(step: string, piece: number, reason: string): void;
  note(text: string, level?: Note['level'], step?: string): void;
  /** Ends the running piece: INT, TERM, KILL. */
  stopPiece(): void;
  /** The end of what a piece wrote. */
  outputTail(step: string, piece: number, bytes?: number): string;
  /** Ends what runs in the background, runs the EXIT traps of blocks, stores the history row, and only then records the end of the run. */
  finish(status: RunFinished['status'], reason: string, counts?: OutcomeCounts): Promise<RunState>;
  /** Records what became of the history row; the last event of a journal. */
  recorded(row: string, status: HistoryRecorded['status'], reason?: string): void;
  /** Closes the journal and releases the run's lock. The shell state is kept only for a run that can be resumed. */
  close(options?: { readonly resumable: boolean }): Promise<void>;
}
