import { isAboutFolder } from '../catalog/index.ts';
import type { Runbook } from '../model/index.ts';

const RUNBOOK_FOLDER = /(^|[\\/])(runbooks?|playbooks?)[\\/]/i;
/** Keys that ordinary pages carry too say nothing. */
const COMMON_KEYS = new Set(['status', 'related']);

/** Whether the rules on what a runbook has to say apply: it has shell, steps or a runbook's metadata, or lives among runbooks. Lists leave out what only lives there, or only shows shell. */
export function isJudgedAsRunbook(runbook: Runbook): boolean {
  const metadata = runbook.metadata.entries.some((entry) => entry.known !== null && !COMMON_KEYS.has(entry.known));
  if (isAboutFolder(runbook.path)) return metadata && runbook.steps.length > 0;
  return metadata || runbook.steps.length > 0 || RUNBOOK_FOLDER.test(runbook.path) || runbook.structure.fences.some((fence) => fence.shell !== null);
}
