import type { Runbook } from '../model/index.ts';

/** Whether a file by its name tells of its folder or repository, as a README does, and not how to do something. */
export function isAboutFolder(path: string): boolean {
  return /(?:^|[\\/])(?:readme|changelog|contributing|license|code_of_conduct|security|_?index)\.\w+$/i.test(path);
}

/** Whether a Markdown file counts as a runbook in lists. A README or the like does not, unless its metadata says that it is one. */
export function isRunbook(runbook: Runbook): boolean {
  const { owner, system, lastReviewed } = runbook.metadata;
  const signed = owner !== null || system.length > 0 || lastReviewed !== null;
  return isAboutFolder(runbook.path) ? signed && runbook.steps.length > 0 : signed || runbook.steps.length > 0 || runbook.histories.length > 0;
}
