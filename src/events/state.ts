import type { Confirmed, DoubtSettled, ExpectationChecked, HistoryRecorded, Note, OutcomeCounts, ParameterSet, RunStarted, StepFinished, StepSkipped } from './types.ts';

/** Where a run stands: the fold of its events, and nothing else. */
export interface RunState {
  readonly id: string;
  readonly started: RunStarted | null;
  readonly status: 'running' | 'passed' | 'failed' | 'aborted';
  /** Why it failed or was aborted; `''` otherwise. */
  readonly reason: string;
  readonly durationMs: number | null;
  /** Milliseconds between its processes, when nobody worked at it. */
  readonly idleMs: number;
  /** As `run-finished` says them. */
  readonly counts: OutcomeCounts | null;
  readonly finishedAt: string | null;
  /** Values as stored: `***` for secrets. */
  readonly parameters: Readonly<Record<string, StoredParameter>>;
  /** Sections chosen so far, choices of which none was wanted, and the ids of the steps that are in. */
  readonly sections: readonly string[];
  readonly declined: readonly number[];
  readonly planned: readonly string[];
  /** By step id. */
  readonly steps: Readonly<Record<string, StepState>>;
  /** What is running now, or was when the process died. */
  readonly current: { readonly step: string; readonly piece: number; readonly attempt: number } | null;
  /** Settled doubts, of each piece and kind the latest. */
  readonly doubts: readonly DoubtSettled[];
  /** In order, of all attempts. */
  readonly confirmed: readonly Confirmed[];
  readonly notes: readonly Note[];
  readonly history: HistoryRecorded | null;
  /** The run has ended, and nothing says what became of its row. */
  readonly rowDue: boolean;
  /** Time of the last event. */
  readonly lastTime: string | null;
}

export interface StoredParameter {
  readonly value: string;
  readonly source: ParameterSet['source'];
  readonly secret: boolean;
  /** Who gave it, where a person did. */
  readonly who: string | null;
  /** Earlier values that it took the place of, oldest first. */
  readonly earlier: readonly string[];
}

export interface StepState {
  readonly id: string;
  readonly title: string;
  readonly kind: 'command' | 'manual';
  /** Set where the whole step was skipped. */
  readonly skipped: StepSkipped | null;
  /** By index; holes where a piece did not start. */
  readonly pieces: Readonly<Record<number, PieceState>>;
}

export type PieceStatus = 'running' | 'passed' | 'failed' | 'stopped' | 'timed-out' | 'skipped';

/** The latest attempt at a piece. */
export interface PieceState {
  readonly index: number;
  readonly status: PieceStatus;
  readonly attempt: number;
  readonly startedAt: string;
  readonly code: string;
  /** What the plan said, where the operator changed it. */
  readonly original: string | null;
  /** Process group of the latest attempt, where known. */
  readonly pid: number | null;
  readonly background: boolean;
  readonly follow: boolean;
  /** Where it ran, as the pin `on=` writes it; `null` for here. */
  readonly on: string | null;
  readonly finished: StepFinished | null;
  readonly expectations: readonly ExpectationChecked[];
  readonly skipped: StepSkipped | null;
  /** The operator's reason for going on although it failed. */
  readonly accepted: string | null;
  /** A value that it ran with was changed since. */
  readonly again: boolean;
  readonly outputBytes: number;
}

/** The state before the first event. */
export function initialState(id: string): RunState {
  return { id, started: null, status: 'running', reason: '', durationMs: null, idleMs: 0, counts: null, finishedAt: null, parameters: {}, sections: [], declined: [], planned: [], steps: {}, current: null, doubts: [], confirmed: [], notes: [], history: null, rowDue: false, lastTime: null };
}

/** Whether the run need not come back to a piece. */
export function isSettled(piece: PieceState | undefined): boolean {
  if (piece === undefined || piece.again) return false;
  if (piece.accepted !== null || piece.status === 'skipped') return true;
  if (piece.expectations.some(({ status, accepted }) => status === 'failed' && accepted === undefined)) return false;
  // What goes on in the background is told at its end; the run need not wait for it.
  return piece.status === 'passed' || (piece.status === 'stopped' && piece.follow && piece.finished?.interrupted !== true) || (piece.status === 'running' && piece.background);
}

/** Milliseconds that a run has been worked at, up to its last sign of life. */
export function workedMs({ started, lastTime, idleMs }: RunState): number {
  return started === null || lastTime === null ? 0 : Math.max(0, Date.parse(lastTime) - Date.parse(started.time) - idleMs);
}

/** Whether nobody knows how far a piece of a run that nobody drives came: its process died, or somebody or something stopped it. */
export function isInterrupted(piece: PieceState | undefined): boolean {
  return piece !== undefined && (piece.background || !isSettled(piece)) && piece.accepted === null && (piece.status === 'running' || piece.status === 'stopped');
}
