import type { RunState } from '../../events/index.ts';
import type { Style } from '../layout/style.ts';

/** A run, and whether a process of it is still alive. */
export interface ListedRun {
  readonly state: RunState;
  readonly alive: boolean;
  /** Whether it can be resumed but has lost what its steps set in the shell. */
  readonly shellGone?: boolean;
  /** Why nobody works on it although it has no end, where that was not by accident. */
  readonly paused?: 'left' | 'handed over';
}

/** The status of a run, in one word. */
export function runStatus({ state, alive }: ListedRun): 'running' | 'interrupted' | 'passed' | 'failed' | 'aborted' {
  return state.status === 'running' && !alive ? 'interrupted' : state.status;
}

/** The same as the list shows it: who left a run, or gave it away, was not interrupted. */
export function shownStatus(run: ListedRun): string {
  const status = runStatus(run);
  return status === 'interrupted' ? (run.paused ?? status) : status;
}

/** The colour of each status. */
export const STATUS_STYLES: Readonly<Record<ReturnType<typeof runStatus>, Style>> = { running: 'cyan', interrupted: 'yellow', passed: 'green', failed: 'red', aborted: 'yellow' };

/** The note for a run that has lost what its steps set in the shell. */
export const SHELL_GONE = 'what its steps set in the shell is gone: it is kept for a day';
