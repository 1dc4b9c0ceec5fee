import type { Job } from '../threads/job.ts';
import type { LockReading } from './read-for-lock.ts';

/** A runbook that is to be locked. */
export interface ToLock {
  readonly name: string;
  readonly path: string;
}

/** Reads a runbook to lock it. */
export const readJob: Job<{ readonly cwd: string }, ToLock, LockReading> = {
  name: 'lock',
  worthAThread: 300_000,
  begin: async ({ cwd }) => {
    const { readForLock } = await import('./read-for-lock.ts');
    return ({ name, path }) => readForLock(path, name, cwd);
  },
};
