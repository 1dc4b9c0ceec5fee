import type { Runbook } from '../../model/index.ts';
import type { Job } from '../threads/job.ts';

/** What every job that reads runbooks is given. */
export interface Folder {
  readonly cwd: string;
}

/** A job that reads files as those do that only look at them: it hands back what is picked of each runbook, plain data. `load` loads what picks. */
export function runbookJob<Given extends Folder, Picked>(name: string, load: () => Promise<(runbook: Runbook, given: Given) => Picked>): Job<Given, string, Picked> {
  return {
    name,
    worthAThread: 600_000,
    begin: async (given) => {
      const [{ loadRunbook }, { quickReader }, pick] = await Promise.all([import('../../catalog/index.ts'), import('../../parse/index.ts'), load()]);
      const reader = { readTree: quickReader() };
      return (path) => pick(loadRunbook(path, given.cwd, reader), given);
    },
  };
}
