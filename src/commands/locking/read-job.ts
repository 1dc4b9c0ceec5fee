import type { Job } from '../threads/job.ts';
import type { LockReading, ToLock } from './read-for-lock.ts';

/** Reads a runbook to lock it, and its entry. */
export const readJob: Job<{ readonly cwd: string }, ToLock, LockReading> = {
  name: 'lock',
  worthAThread: 300_000,
  begin: async ({ cwd }) => {
    const { readForLock } = await import('./read-for-lock.ts');
    return (file) => readForLock(file, cwd);
  },
};
