import { resolve } from 'node:path';
import { MAX_BYTES } from '../../model/index.ts';
import { digest } from '../../plan-lock/unread/index.ts';
import { readRegularFile } from '../../state/index.ts';

/** The bytes of a runbook; `null` if it is gone, unreadable or too long, which a later attempt to read it will report. */
export function fileBytes(path: string): Buffer | null {
  try {
    const read = readRegularFile(path, { most: MAX_BYTES, followLinks: true });
    return read.ok ? read.bytes : null;
  } catch {
    return null;
  }
}

/** The digest of a runbook's bytes; of no bytes if they cannot be read. */
export function digestOf(path: string, cwd: string): string {
  return digest(fileBytes(resolve(cwd, path)) ?? '');
}
