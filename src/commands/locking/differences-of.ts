import { type Difference, standingOf } from '../../plan-lock/index.ts';
import { entryFor } from './entry-for.ts';
import { lockable } from './lockable.ts';
import type { OpenLock } from './open-lock.ts';

/** How a runbook differs from its entry, as it is read now. */
export function differencesOf(lock: OpenLock, name: string, path: string, cwd: string): readonly Difference[] {
  const entry = entryFor(lock, name);
  if (entry === null) return [];
  const now = lockable(path, name, cwd);
  const standing = standingOf(path, now.plan, now.digest, entry);
  return standing.kind === 'differs' ? standing.differences : [];
}
