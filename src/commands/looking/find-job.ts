import { runbookJob } from './runbook-job.ts';

/** What is searched of a runbook; `null` of another page. */
export const findJob = runbookJob('find', async () => {
  const { isRunbook, searchable } = await import('../../catalog/index.ts');
  return (runbook) => (isRunbook(runbook) ? searchable(runbook) : null);
});
