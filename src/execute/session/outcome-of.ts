import type { StepStatus } from '../../events/index.ts';

/** Who stopped a piece, and what is said of it. */
export const STOPPED_BY = { operator: 'stopped', timeout: 'ran out of time' } as const;

export type StoppedBy = keyof typeof STOPPED_BY;

/** How a piece ended: stopped by somebody, or by itself; `reason` is why it failed, `''` if it did not. */
export function outcomeOf(stoppedBy: StoppedBy | null, reason: string): StepStatus {
  if (stoppedBy !== null) return stoppedBy === 'timeout' ? 'timed-out' : 'stopped';
  return reason === '' ? 'passed' : 'failed';
}
