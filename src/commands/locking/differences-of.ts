import { type Difference, standingOf } from '../../plan-lock/index.ts';
import { entryOf } from './entry-for.ts';
import { lockable } from './lockable.ts';
import type { WrittenEntry } from './open-lock.ts';

/** A runbook to compare with its entry. */
export interface ToCompare {
  readonly path: string;
  readonly entry: WrittenEntry;
}

/**
 * The differences between a runbook, as it is read now, and its entry.
 * @throws RunbookError where the one or the other cannot be read.
 */
export function differencesOf({ path, entry }: ToCompare, cwd: string): readonly Difference[] {
  const now = lockable(path, cwd);
  const standing = standingOf(path, now, entryOf(entry));
  return standing.kind === 'differs' ? standing.differences : [];
}
