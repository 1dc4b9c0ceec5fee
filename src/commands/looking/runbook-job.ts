import type { Runbook } from '../../model/index.ts';
import type { Job } from '../threads/job.ts';

/** The input of every job that reads runbooks. */
export interface Folder {
  readonly cwd: string;
}

/** A job that reads files with the fast reader, for commands that run nothing, and returns plain data picked from each runbook. `load` loads the picking function. */
export function runbookJob<Given extends Folder, Picked>(name: string, load: () => Promise<(runbook: Runbook, given: Given) => Picked>): Job<Given, string, Picked> {
  return {
    name,
    worthAThread: 600_000,
    begin: async (given) => {
      const [{ quickLoader }, pick] = await Promise.all([import('../../catalog/index.ts'), load()]);
      const read = quickLoader(given.cwd);
      return (path) => pick(read(path), given);
    },
  };
}
