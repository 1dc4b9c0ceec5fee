import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Io } from '../../model/index.ts';
import type { Difference } from '../../plan-lock/index.ts';
import { digest, entryState } from '../../plan-lock/unread/index.ts';
import { fileBytes } from './file-bytes.ts';
import { nameInRepository, nameInside, type OpenLock } from './open-lock.ts';
import { readerVersion } from './reader-version.ts';

/** What a check came to. */
export interface LockChecked {
  readonly differences: readonly Difference[];
  /** How many runbooks were compared, and how many of them had to be read. */
  readonly compared: number;
  readonly read: number;
}

/**
 * Compares the locked runbooks, or those of them that paths name, with the lock. One whose bytes and reader are as they were is not read.
 * @throws RunbookError where a path names nothing.
 */
export async function checkLock(lock: OpenLock, paths: readonly string[], io: Pick<Io, 'cwd'>): Promise<LockChecked> {
  const names = paths.length === 0 ? [...lock.entries.keys()] : await namedEntries(lock, paths, io);
  const reader = readerVersion();
  const differences: Difference[] = [];
  let read = 0;
  for (const name of names) {
    const path = relative(io.cwd, join(lock.root, name)) || name;
    const state = entryState(lock.entries.get(name) ?? '');
    const bytes = fileBytes(resolve(io.cwd, path));
    if (bytes === null && !existsSync(resolve(io.cwd, path))) differences.push({ path, step: null, line: null, kind: 'gone', text: 'the runbook is gone' });
    else if (bytes === null || state?.digest !== digest(bytes) || state.reader !== reader) {
      read += 1;
      // What reads a lock's entries and Markdown is loaded for what changed only.
      const { differencesOf } = await import('./differences-of.ts');
      differences.push(...differencesOf(lock, name, path, io.cwd));
    }
  }
  return { differences, compared: names.length, read };
}

async function namedEntries(lock: OpenLock, paths: readonly string[], { cwd }: Pick<Io, 'cwd'>): Promise<readonly string[]> {
  const { findMarkdown, nothingNamed } = await import('../../catalog/index.ts');
  const { files, missing } = findMarkdown(paths, cwd);
  const [gone] = missing;
  const names = files.flatMap((file) => nameInRepository(lock.root, resolve(cwd, file)) ?? []);
  // Where all that was named is elsewhere, a check of nothing is no good news.
  if (names.length === 0 && files[0] !== undefined) nameInside(lock, files[0], cwd);
  const locked = names.filter((name) => lock.entries.has(name));
  if (gone === undefined) return locked;
  // A runbook that is gone may still be named.
  const name = nameInRepository(lock.root, resolve(cwd, gone));
  if (name !== null && lock.entries.has(name)) return [...locked, name];
  throw nothingNamed(gone, files);
}
