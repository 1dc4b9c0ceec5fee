import type { Runbook } from '../model/index.ts';

/** Whether a Markdown file counts as a runbook in lists. A README or the like does not, unless its metadata says that it is one. */
export function isRunbook(runbook: Runbook): boolean {
  const { owner, system, lastReviewed } = runbook.metadata;
  const signed = owner !== null || system.length > 0 || lastReviewed !== null;
  const about = /(?:^|[\\/])(?:readme|changelog|contributing|license|code_of_conduct|security|index)\.\w+$/i.test(runbook.path);
  return about ? signed && runbook.steps.length > 0 : signed || runbook.steps.length > 0 || runbook.histories.length > 0;
}
