import { runbookJob } from './runbook-job.ts';

/** What `find` needs from a file; `null` if it is not a runbook. */
export const findJob = runbookJob('find', async () => {
  const { isRunbook, searchable } = await import('../../catalog/index.ts');
  return (runbook) => (isRunbook(runbook) ? searchable(runbook) : null);
});
