import { load, YAMLException } from 'js-yaml';
import { parseEntry } from './entry-schema.ts';
import type { LockEntry } from './types.ts';
import { fault, type LockRead } from './unread/index.ts';

/**
 * Reads one entry; lines of a fault count within it. By `js-yaml`, where all other YAML is read by `yaml`: an entry is read as a whole or not at all
 * and needs no places in its text, without which it takes a tenth of the time, and a check may read a thousand.
 */
export function readEntry(path: string, text: string): LockRead<LockEntry> {
  let data: unknown;
  try {
    data = load(text, { maxAliases: 0 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return fault((error.mark?.line ?? 0) + 1, `the entry of ${path} is no YAML: ${error.reason}`);
  }
  const read = parseEntry(Object.values((data ?? {}) as object)[0]);
  return read.ok ? { ok: true, value: read.entry } : fault(1, `the entry of ${path} is broken: ${read.why}`);
}
