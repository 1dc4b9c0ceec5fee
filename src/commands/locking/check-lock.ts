import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Io } from '../../model/index.ts';
import type { Difference } from '../../plan-lock/index.ts';
import { digest, entryState } from '../../plan-lock/unread/index.ts';
import { valueOf } from '../threads/job.ts';
import { type OnProgress, onThreads } from '../threads/on-threads.ts';
import { checkJob } from './check-job.ts';
import type { Compared, ToCompare } from './compare-with-entry.ts';
import { fileBytes } from './file-bytes.ts';
import { nameInRepository, nameInside, type OpenLock, writtenEntry, type WrittenEntry } from './open-lock.ts';
import { readerVersion } from './reader-version.ts';

/** A runbook that differs from its entry. */
export interface ChangedRunbook {
  readonly entry: WrittenEntry;
  readonly now: NonNullable<Compared['now']>;
}

/** The result of a check. */
interface LockChecked {
  readonly differences: readonly Difference[];
  /** Those of them that can be read, in the order of the lock. */
  readonly changed: readonly ChangedRunbook[];
  /** How many runbooks were compared. */
  readonly compared: number;
  /** How many were named that have no entry. */
  readonly unlocked: number;
}

/**
 * Compares the locked runbooks, or those of them that paths name, with the lock.
 * @throws RunbookError where a path names nothing.
 */
export async function checkLock(lock: OpenLock, paths: readonly string[], io: Pick<Io, 'cwd'>, at?: OnProgress): Promise<LockChecked> {
  const { names, unlocked } = paths.length === 0 ? { names: [...lock.entries.keys()], unlocked: 0 } : await namedEntries(lock, paths, io);
  const compared = await compareNamed(lock, names, io, at);
  const changed = names.flatMap((name): readonly ChangedRunbook[] => {
    const entry = writtenEntry(lock, name);
    const now = compared.get(name)?.now ?? null;
    return entry === null || now === null ? [] : [{ entry, now }];
  });
  return { differences: names.flatMap((name) => compared.get(name)?.differences ?? []), changed: changed.sort((a, b) => a.entry.line - b.entry.line), compared: names.length, unlocked };
}

/**
 * Compares locked runbooks with their entries, by name. A runbook with the same bytes and reader is not read, and not in the result.
 * @throws RunbookError where an entry is broken or a runbook cannot be read.
 */
export async function compareNamed(lock: OpenLock, names: readonly string[], { cwd }: Pick<Io, 'cwd'>, at?: OnProgress): Promise<ReadonlyMap<string, Compared>> {
  const reader = readerVersion();
  const compared = new Map<string, Compared>();
  const changed: ToCompare[] = [];
  let size = 0;
  for (const name of names) {
    const path = relative(cwd, join(lock.root, name)) || name;
    const entry = writtenEntry(lock, name);
    if (entry === null) continue;
    const state = entryState(entry.text);
    const bytes = fileBytes(resolve(cwd, path));
    if (bytes === null && !existsSync(resolve(cwd, path))) compared.set(name, { differences: [{ path, step: null, line: null, kind: 'gone', text: 'the runbook is gone' }], now: null });
    else if (bytes === null || state?.digest !== digest(bytes) || state.reader !== reader) {
      changed.push({ path, entry });
      size += bytes?.length ?? 0;
    }
  }
  const done = await onThreads(checkJob, { cwd }, changed, { size, ...(at === undefined ? {} : { at }) });
  for (const [index, { entry }] of changed.entries()) {
    const found = done[index];
    if (found !== undefined) compared.set(entry.name, valueOf(found));
  }
  return compared;
}

async function namedEntries(lock: OpenLock, paths: readonly string[], { cwd }: Pick<Io, 'cwd'>): Promise<{ readonly names: readonly string[]; readonly unlocked: number }> {
  const { findMarkdown, nothingNamed } = await import('../../catalog/index.ts');
  const { files, missing } = findMarkdown(paths, cwd);
  const [gone] = missing;
  const names = files.flatMap((file) => nameInRepository(lock.root, resolve(cwd, file)) ?? []);
  // An error if nothing that was named is in the lock, since checking nothing must not look like success.
  if (names.length === 0 && files[0] !== undefined) nameInside(lock, files[0], cwd);
  const locked = names.filter((name) => lock.entries.has(name));
  // Of a folder that is named nobody expects that all of its pages are locked.
  const named = new Set(paths.map((path) => resolve(cwd, path)));
  const unlocked = names.filter((name) => !lock.entries.has(name) && named.has(join(lock.root, name))).length;
  if (gone === undefined) return { names: locked, unlocked };
  // A deleted runbook may still be named.
  const name = nameInRepository(lock.root, resolve(cwd, gone));
  if (name !== null && lock.entries.has(name)) return { names: [...locked, name], unlocked };
  throw nothingNamed(gone, files);
}
