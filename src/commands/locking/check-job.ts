import type { Difference } from '../../plan-lock/index.ts';
import type { Job } from '../threads/job.ts';
import type { ToCompare } from './differences-of.ts';

/** Reads a runbook and compares it with its entry. Code that reads entries and Markdown is loaded only if something changed. */
export const checkJob: Job<{ readonly cwd: string }, ToCompare, readonly Difference[]> = {
  name: 'lock-check',
  worthAThread: 300_000,
  begin: async ({ cwd }) => {
    const { differencesOf } = await import('./differences-of.ts');
    return (compared) => differencesOf(compared, cwd);
  },
};
