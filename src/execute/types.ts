import type { Confirmed, DoubtSettled, ExpectationChecked, HistoryRecorded, MessageSent, OutcomeCounts, ParameterSet, RunEvent, RunFinished, RunState, SectionChosen, StepFinished, Unstamped } from '../events/index.ts';
import type { Plan, PlanProblem, PlanRequest } from '../plan/index.ts';

/** Time, so that tests need not wait for it. */
export interface Clock {
  now(): Date;
  /** Milliseconds of a clock that never jumps. */
  monotonic(): number;
}

/** The operator's terminal, lent to a step that needs it. */
export interface TerminalPort {
  /** Gives the terminal away while `work` runs, and takes it back clean. */
  handOver(work: () => Promise<void>): Promise<void>;
}

/** How an attempt at a piece came out. */
export interface PieceResult {
  readonly outcome: 'passed' | 'failed' | 'stopped' | 'timed-out';
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Set where the shell could not be started. */
  readonly failure: string | null;
  /** The connection to its place was lost, or what ran it is gone: nobody knows how far it came. */
  readonly interrupted: boolean;
  readonly checks: readonly ExpectationChecked[];
  /** The piece called `exit`: the rest of its block does not run. */
  readonly endsBlock: boolean;
  /** Why it failed, for people: `expected 200: no line equals it`; `''` otherwise. */
  readonly reason: string;
}

export interface PieceOptions {
  /** What runs in place of the plan's text: the operator changed it. */
  readonly code?: string;
}

/** Composes the row of a run that is about to end and keeps it on disk; tells whether there is one. */
export type KeepRow = (session: RunSession, end: RunFinished) => Promise<boolean>;

/** A run under way: every face drives this, and everything that happens is an event. */
export interface RunSession {
  readonly id: string;
  /** Where the journal is. */
  readonly folder: string;
  /** Changes when a value is set. */
  readonly plan: Plan;
  readonly state: RunState;
  /** All events so far but output, those of earlier processes first: for the history row, even where the journal cannot be written. */
  readonly events: readonly RunEvent[];
  /** Whether a step has the terminal now: Ctrl-C is for it. */
  readonly terminalGiven: boolean;
  /** Set once the journal cannot be written: no further step may run. */
  readonly broken: string | null;
  /** How a background piece failed by itself, or `null`. */
  readonly backgroundFailure: string | null;
  /** The text with every secret masked: for what is shown and is no event, e.g. the plan's own code. */
  mask(text: string): string;
  /** Called with each event after it is on disk; a promise holds back the output of the running step. */
  subscribe(listener: (event: RunEvent) => void | Promise<void>): () => void;
  /** `again`: pieces that ran with the value until now, to be asked for again. */
  setParameter(name: string, value: string, source: ParameterSet['source'], again?: ParameterSet['again']): PlanProblem | null;
  /** The plan for another request, e.g. with a further section; `null` where nothing was wrong with it. */
  replan(request: PlanRequest): PlanProblem | null;
  /** An event that only the conversation knows of. */
  record(event: Unstamped<SectionChosen | DoubtSettled | Confirmed | StepFinished | MessageSent>): void;
  /** Where the next piece begins: its folder, and the environment that its programs see. */
  surroundings(): { readonly directory: string; readonly environment: Readonly<Record<string, string | undefined>> };
  runPiece(step: string, piece: number, options?: PieceOptions): Promise<PieceResult>;
  /** Answer a judgement, or overrule a check. */
  judge(step: string, piece: number, index: number, status: 'held' | 'failed', reason: string): void;
  /** Go on although the piece failed. */
  accept(step: string, piece: number, reason: string): void;
  skip(step: string, piece: number | null, reason: string, by?: 'operator' | 'plan' | 'unbound-host'): void;
  /** A person did a manual step, or took it as read. */
  markDone(step: string, piece?: number, reason?: string): void;
  note(text: string, level?: 'operator' | 'info' | 'warning', step?: string): void;
  /** End the running piece: INT, TERM, KILL. */
  stopPiece(): void;
  /** The last of what a piece wrote. */
  outputTail(step: string, piece: number, bytes?: number): string;
  /** End what runs in the background, run what blocks left for the exit, keep the history row on disk, and only then close the books. */
  finish(status: 'passed' | 'failed' | 'aborted', reason: string, counts?: OutcomeCounts): Promise<RunState>;
  /** Say what became of the history row; the last thing in a journal. */
  recorded(row: string, status: HistoryRecorded['status'], reason?: string): void;
  /** Close the journal and give the run's lock back. The shell state stays only for a run that is to be resumed. */
  close(options?: { readonly resumable: boolean }): Promise<void>;
}
