import type { Job } from '../threads/job.ts';
import type { Compared, ToCompare } from './compare-with-entry.ts';

/** Reads a runbook and compares it with its entry. Code that reads entries and Markdown is loaded only if something changed. */
export const checkJob: Job<{ readonly cwd: string }, ToCompare, Compared> = {
  name: 'lock-check',
  worthAThread: 300_000,
  begin: async ({ cwd }) => {
    const { compareWithEntry } = await import('./compare-with-entry.ts');
    return (compared) => compareWithEntry(compared, cwd);
  },
};
