import { type Folder, runbookJob } from './runbook-job.ts';

/** What `list` tells of a runbook; `null` of another page. */
export const listJob = runbookJob('list', async () => {
  const [{ isRunbook }, { listedRunbook }] = await Promise.all([import('../../catalog/index.ts'), import('./listed-runbook.ts')]);
  return (runbook, { now }: Folder & { readonly now: Date }) => (isRunbook(runbook) ? listedRunbook(runbook, now) : null);
});
