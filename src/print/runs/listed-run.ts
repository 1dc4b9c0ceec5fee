import type { RunState } from '../../events/index.ts';
import type { Style } from '../style.ts';

/** A run, and whether a process of it is still there. */
export interface ListedRun {
  readonly state: RunState;
  readonly alive: boolean;
  /** It can be resumed, and what its steps set in the shell is gone. */
  readonly shellGone?: boolean;
}

/** How a run stands, in one word. */
export function runStatus({ state, alive }: ListedRun): 'running' | 'interrupted' | 'passed' | 'failed' | 'aborted' {
  return state.status === 'running' ? (alive ? 'running' : 'interrupted') : state.status;
}

/** The colour of each. */
export const STATUS_STYLES: Readonly<Record<ReturnType<typeof runStatus>, Style>> = { running: 'cyan', interrupted: 'yellow', passed: 'green', failed: 'red', aborted: 'yellow' };

/** Said of a run that can be resumed without what its steps set. */
export const SHELL_GONE = 'what its steps set in the shell is gone: it is kept for a day';
