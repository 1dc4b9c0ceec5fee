import type { RunState } from '../../events/index.ts';
import type { Style } from '../layout/style.ts';

/** A run, and whether a process of it is still alive. */
export interface ListedRun {
  readonly state: RunState;
  readonly alive: boolean;
  /** Whether it can be resumed but has lost what its steps set in the shell. */
  readonly shellGone?: boolean;
}

/** The status of a run, in one word. */
export function runStatus({ state, alive }: ListedRun): 'running' | 'interrupted' | 'passed' | 'failed' | 'aborted' {
  return state.status === 'running' && !alive ? 'interrupted' : state.status;
}

/** The colour of each status. */
export const STATUS_STYLES: Readonly<Record<ReturnType<typeof runStatus>, Style>> = { running: 'cyan', interrupted: 'yellow', passed: 'green', failed: 'red', aborted: 'yellow' };

/** The note for a run that has lost what its steps set in the shell. */
export const SHELL_GONE = 'what its steps set in the shell is gone: it is kept for a day';
