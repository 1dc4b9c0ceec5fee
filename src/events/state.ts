import type { PieceKey } from '../model/index.ts';
import type { AttemptKey, Confirmed, DoubtReopened, DoubtSettled, ExpectationChecked, HistoryRecorded, Note, OutcomeCounts, ParameterSet, RunStarted, StepFinished, StepSkipped } from './types.ts';

/** Where a run stands; made by folding its events, and from nothing else. */
export interface RunState {
  readonly id: string;
  readonly started: RunStarted | null;
  readonly status: 'running' | 'passed' | 'failed' | 'aborted';
  /** Why it failed or was aborted; `''` otherwise. */
  readonly reason: string;
  readonly durationMs: number | null;
  /** Milliseconds between its processes, when nobody was working on it. */
  readonly idleMs: number;
  /** As in `run-finished`. */
  readonly counts: OutcomeCounts | null;
  readonly finishedAt: string | null;
  /** As stored: secrets are `***`. */
  readonly parameters: Readonly<Record<string, StoredParameter>>;
  /** The sections chosen so far; then the choices declined, and the ids of the steps in the plan. */
  readonly sections: readonly string[];
  readonly declined: readonly number[];
  readonly planned: readonly string[];
  /** By step id. */
  readonly steps: Readonly<Record<string, StepState>>;
  /** What the run is done with and the operator went back to, or before: it is asked for again. */
  readonly again: readonly PieceKey[];
  /** The piece that is running, or was when the process died. */
  readonly current: AttemptKey | null;
  /** Settled doubts, the latest for each piece and kind. */
  readonly doubts: readonly DoubtSettled[];
  /** Doubts whose answer was taken back and that were not settled since. */
  readonly reopened: readonly DoubtReopened[];
  /** In order, of all attempts. */
  readonly confirmed: readonly Confirmed[];
  readonly notes: readonly Note[];
  readonly history: HistoryRecorded | null;
  /** The run has ended, and no event says yet what became of its row. */
  readonly rowDue: boolean;
  /** Time of the last event. */
  readonly lastTime: string | null;
}

/** A parameter with its latest value. */
export interface StoredParameter {
  readonly value: string;
  readonly source: ParameterSet['source'];
  readonly secret: boolean;
  /** The person who gave it, if it was one. */
  readonly who: string | null;
  /** The values that it replaced, oldest first. */
  readonly earlier: readonly string[];
}

/** How far a step has come. */
export interface StepState {
  readonly id: string;
  readonly title: string;
  readonly kind: 'command' | 'manual';
  /** Set where the whole step was skipped. */
  readonly skipped: StepSkipped | null;
  /** By index; a piece that did not start is a hole. */
  readonly pieces: Readonly<Record<number, PieceState>>;
}

type PieceStatus = 'running' | 'passed' | 'failed' | 'stopped' | 'timed-out' | 'skipped';

/** The latest attempt at a piece. */
export interface PieceState {
  readonly index: number;
  readonly status: PieceStatus;
  readonly attempt: number;
  readonly startedAt: string;
  readonly code: string;
  /** The plan's code, if the operator changed it. */
  readonly original: string | null;
  readonly background: boolean;
  readonly follow: boolean;
  /** Where it ran, as the pin `on=` writes it; `null` for here. */
  readonly on: string | null;
  readonly finished: StepFinished | null;
  readonly expectations: readonly ExpectationChecked[];
  readonly skipped: StepSkipped | null;
  /** The operator's reason for going on although it failed. */
  readonly accepted: string | null;
  /** A value that it ran with has changed since, so it is asked for again. */
  readonly again: boolean;
  readonly outputBytes: number;
}

/** The state before the first event. */
export function initialState(id: string): RunState {
  return { id, started: null, status: 'running', reason: '', durationMs: null, idleMs: 0, counts: null, finishedAt: null, parameters: {}, sections: [], declined: [], planned: [], steps: {}, again: [], current: null, doubts: [], reopened: [], confirmed: [], notes: [], history: null, rowDue: false, lastTime: null };
}

/** Whether a command of a step was run, whatever came of it. */
export function hasRun({ steps }: Pick<RunState, 'steps'>, step: string): boolean {
  return Object.values(steps[step]?.pieces ?? {}).some(({ attempt }) => attempt > 0);
}

/** How far a piece has come; `undefined` where nothing has happened to it. */
export function pieceState({ steps }: Pick<RunState, 'steps'>, { step, piece }: PieceKey): PieceState | undefined {
  return steps[step]?.pieces[piece];
}

/** Whether the run is done with a piece. */
export function isSettled(piece: PieceState | undefined): boolean {
  if (piece === undefined || piece.again) return false;
  if (piece.accepted !== null || piece.status === 'skipped') return true;
  if (piece.expectations.some(({ status, accepted }) => status === 'failed' && accepted === undefined)) return false;
  // How a background piece ended is reported later; the run need not wait for it.
  return piece.status === 'passed' || (piece.status === 'stopped' && piece.follow && piece.finished?.interrupted !== true) || (piece.status === 'running' && piece.background);
}

/** The number of the next attempt at a piece, from 1. */
export function nextAttempt(state: Pick<RunState, 'steps'>, place: PieceKey): number {
  return (pieceState(state, place)?.attempt ?? 0) + 1;
}

/** The note of a run that its operator left: its time goes on to here, however long the last question stood. */
export const LEFT = 'left, to be resumed';

/** Whether a run without an end was left in order, and not cut off. */
export function wasLeft({ status, notes }: RunState): boolean {
  return status === 'running' && notes.at(-1)?.text === LEFT;
}

/** Milliseconds that somebody has worked on a run, up to its last sign of life. */
export function workedMs({ started, lastTime, idleMs }: RunState): number {
  return started === null || lastTime === null ? 0 : Math.max(0, Date.parse(lastTime) - Date.parse(started.time) - idleMs);
}

/** Whether a piece of a run that no process drives was cut off, so that nobody knows how far it got: its process died, or it was stopped. */
export function isInterrupted(piece: PieceState | undefined): boolean {
  return piece !== undefined && (piece.background || !isSettled(piece)) && piece.accepted === null && (piece.status === 'running' || piece.status === 'stopped');
}
