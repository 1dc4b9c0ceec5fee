import type { RunbookHistory } from '../../history/index.ts';
import type { Runbook } from '../../model/index.ts';
import { runbookJob } from './runbook-job.ts';

/** What `history` needs from a file. */
interface ReadHistory {
  readonly about: Pick<Runbook, 'path' | 'title' | 'metadata'>;
  readonly isRunbook: boolean;
  readonly hasTable: boolean;
  readonly history: RunbookHistory;
}

/** Reads the rows of a file. */
export const historyJob = runbookJob('history', async () => {
  const [{ isRunbook }, { readHistory }] = await Promise.all([import('../../catalog/index.ts'), import('../../history/index.ts')]);
  return (runbook): ReadHistory => {
    const { path, title, metadata, histories } = runbook;
    return { about: { path, title, metadata }, isRunbook: isRunbook(runbook), hasTable: histories.length > 0, history: readHistory(runbook) };
  };
});
