import { parseDocument } from 'yaml';
import { parseEntry } from './entry-schema.ts';
import { LOCK_FORMAT } from './lock-format.ts';
import type { LockEntry } from './types.ts';

/** A lock file cut into its entries; each is read when it is asked for. */
export interface LockText {
  /** The text of each entry, by path. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Why a lock file cannot be used, with the line. */
export interface LockFault {
  readonly line: number;
  readonly why: string;
}

export type LockRead<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: LockFault };

/** Cuts a lock file into its entries, which are not read yet: to see that nothing changed needs two lines of each. */
export function cutLock(text: string): LockRead<LockText> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})(?:\s|$)/.test(line));
  if (conflict >= 0) return fault(conflict, 'a merge left its conflict marks here');
  const entries = new Map<string, string>();
  let format: number | null = null;
  let path: string | null = null;
  let from = 0;
  for (const [index, line] of [...lines, 'end:'].entries()) {
    if (line === '' || line.startsWith(' ') || line.startsWith('#')) continue;
    if (path !== null) entries.set(path, lines.slice(from, index).join('\n'));
    const key = keyOf(line);
    if (key === null) return fault(index, 'this is no entry of a lock file');
    path = key === 'format' || index === lines.length ? null : key;
    from = index;
    if (key === 'format') format = Number(line.slice('format:'.length).trim());
    if (path !== null && entries.has(path)) return fault(index, `${path} has two entries`);
  }
  if (format === null || !Number.isInteger(format)) return fault(0, 'it has no "format:"');
  if (format > LOCK_FORMAT) return fault(0, `it has format ${format}, and this version of runbook knows ${LOCK_FORMAT}`);
  return { ok: true, value: { entries } };
}

function keyOf(line: string): string | null {
  const { double, plain } = /^(?:"(?<double>(?:[^"\\]|\\.)*)"|(?<plain>[^\s"'][^"']*?)):(?:\s|$)/.exec(line)?.groups ?? {};
  if (double !== undefined) return JSON.parse(`"${double}"`) as string;
  return plain ?? null;
}

/** The file's digest and the reader's version of an entry, without reading the rest. */
export function entryState(text: string): { readonly digest: string; readonly reader: string } | null {
  const digest = /^ {2}digest: "?(?<value>[0-9a-f]{16})"?$/m.exec(text)?.groups?.['value'];
  const reader = /^ {2}reader: "?(?<value>[\w.+-]+)"?$/m.exec(text)?.groups?.['value'];
  return digest === undefined || reader === undefined ? null : { digest, reader };
}

/** Reads one entry; lines of a fault count within it. */
export function readEntry(path: string, text: string): LockRead<LockEntry> {
  const document = parseDocument(text, { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) return fault((error.linePos?.[0].line ?? 1) - 1, `the entry of ${path} is no YAML: ${error.message.split('\n')[0] ?? ''}`);
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const read = parseEntry(Object.values((data ?? {}) as object)[0]);
  return read.ok ? { ok: true, value: read.entry } : fault(0, `the entry of ${path} is broken: ${read.why}`);
}

function fault(line: number, why: string): { readonly ok: false; readonly fault: LockFault } {
  return { ok: false, fault: { line: line + 1, why } };
}
