import { resolve } from 'node:path';
import type { ListedRunbook } from '../../print/index.ts';
import { compare } from '../../plan-lock/index.ts';
import { entryState } from '../../plan-lock/unread/index.ts';
import { entryFor } from './entry-for.ts';
import { digestOf } from './file-bytes.ts';
import { lockable } from './lockable.ts';
import { nameInRepository, openLock } from './open-lock.ts';
import { readerVersion } from './reader-version.ts';

/** How the runbooks around a folder stand to the lock: a look at their bytes, and at the runbook only where they changed. */
export function lockColumn(cwd: string): (path: string) => ListedRunbook['lock'] {
  const lock = openLock(cwd);
  return (path) => {
    const name = lock === null ? null : nameInRepository(lock.root, resolve(cwd, path));
    if (lock === null || name === null) return null;
    const entry = entryFor(lock, name);
    if (entry === null) return 'not-locked';
    const state = entryState(lock.entries.get(name) ?? '');
    if (state?.digest === digestOf(path, cwd) && state.reader === readerVersion()) return 'as-locked';
    return compare(path, entry, lockable(path, name, cwd).coming, new Map()).length === 0 ? 'as-locked' : 'changed';
  };
}
