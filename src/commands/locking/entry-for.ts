import { type LockEntry, readEntry } from '../../plan-lock/index.ts';
import { type OpenLock, orThrow } from './open-lock.ts';

/**
 * The entry of a runbook, or `null`.
 * @throws RunbookError where it is broken.
 */
export function entryFor(lock: OpenLock, name: string): LockEntry | null {
  const text = lock.entries.get(name);
  return text === undefined ? null : orThrow(lock.path, readEntry(name, text));
}
