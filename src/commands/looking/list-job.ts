import { type Folder, runbookJob } from './runbook-job.ts';

/** What `list` needs from a file; `null` if it is not a runbook. */
export const listJob = runbookJob('list', async () => {
  const [{ isRunbook }, { listedRunbook }] = await Promise.all([import('../../catalog/index.ts'), import('./listed-runbook.ts')]);
  return (runbook, { now }: Folder & { readonly now: Date }) => (isRunbook(runbook) ? listedRunbook(runbook, now) : null);
});
