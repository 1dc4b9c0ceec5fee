import type { WritePoint } from '../../state/index.ts';

/** Every place where writing a row can be cut off, in order. */
export type RecordPoint = 'row-kept' | 'run-finished' | 'kept' | 'locked' | 'attempted' | WritePoint | 'recorded' | 'released' | 'forgotten';

/** Dies on the spot where a test asks for it, as a power cut would. */
export function dieAt(point: RecordPoint): void {
  if (process.env['RUNBOOK_DIE_AT'] === point) process.kill(process.pid, 'SIGKILL');
}
