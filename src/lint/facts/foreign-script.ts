import { isForeignScript, type Runbook } from '../../model/index.ts';

/** Whether too few words of the prose are understood. */
export function isInForeignScript({ structure }: Runbook): boolean {
  return isForeignScript(structure.texts.map(({ value }) => value).join('\n'));
}
