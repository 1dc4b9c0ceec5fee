import { type LockEntry, readEntry } from '../../plan-lock/index.ts';
import { type OpenLock, orThrow } from './open-lock.ts';

/**
 * The entry of a runbook, or `null`.
 * @throws RunbookError where it is broken.
 */
export function entryFor({ entries, path }: OpenLock, name: string): LockEntry | null {
  const text = entries.get(name);
  return text === undefined ? null : entryOf(path, name, text);
}

/**
 * An entry as it stands in the lock at a path.
 * @throws RunbookError where it is broken.
 */
export function entryOf(lockPath: string, name: string, text: string): LockEntry {
  return orThrow(lockPath, readEntry(name, text));
}
