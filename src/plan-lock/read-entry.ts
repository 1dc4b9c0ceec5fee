import { parseDocument } from 'yaml';
import { parseEntry } from './entry-schema.ts';
import type { LockEntry } from './types.ts';
import { fault, type LockRead } from './unread/index.ts';

/** Reads one entry; lines of a fault count within it. */
export function readEntry(path: string, text: string): LockRead<LockEntry> {
  const document = parseDocument(text, { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) return fault(error.linePos?.[0].line ?? 1, `the entry of ${path} is no YAML: ${error.message.split('\n')[0] ?? ''}`);
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const read = parseEntry(Object.values((data ?? {}) as object)[0]);
  return read.ok ? { ok: true, value: read.entry } : fault(1, `the entry of ${path} is broken: ${read.why}`);
}
