import { join } from 'node:path';
import { readRegularFile } from './regular-file.ts';

/** Above the size limit of a runbook. */
const MOST_BYTES = 4_000_000;

/** The copy of the runbook that a run was begun with. */
export function keptRunbookFile(folder: string): string {
  return join(folder, 'runbook.md');
}

/** Its text, or `null`: a step may have removed it, or replaced it by anything. */
export function keptRunbook(folder: string): string | null {
  try {
    const read = readRegularFile(keptRunbookFile(folder), { most: MOST_BYTES });
    return read.ok ? read.bytes.toString('utf8') : null;
  } catch {
    return null;
  }
}
