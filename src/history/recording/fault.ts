import type { WritePoint } from '../../state/index.ts';

/** Every point at which writing a row can be cut off, in order. */
type RecordPoint = 'row-kept' | 'run-finished' | 'kept' | 'locked' | 'attempted' | WritePoint | 'recorded' | 'released' | 'forgotten';

/** Kills the process at a point that a test names, as a power cut would. */
export function dieAt(point: RecordPoint): void {
  if (process.env['RUNBOOK_DIE_AT'] === point) process.kill(process.pid, 'SIGKILL');
}
