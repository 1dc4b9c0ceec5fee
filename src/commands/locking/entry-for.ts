import { type LockEntry, readEntry } from '../../plan-lock/index.ts';
import { type OpenLock, orThrow, writtenEntry, type WrittenEntry } from './open-lock.ts';

/**
 * The entry of a runbook, or `null`.
 * @throws RunbookError where it is broken.
 */
export function entryFor(lock: OpenLock, name: string): LockEntry | null {
  const written = writtenEntry(lock, name);
  return written === null ? null : entryOf(written);
}

/**
 * The parsed entry.
 * @throws RunbookError where it is broken.
 */
export function entryOf({ lockPath, name, text, line }: WrittenEntry): LockEntry {
  return orThrow(lockPath, readEntry(name, text), line);
}
