import { type Difference, type NowRead, standingOf } from '../../plan-lock/index.ts';
import { entryOf } from './entry-for.ts';
import { readLockable } from './read-lockable.ts';
import type { WrittenEntry } from './open-lock.ts';

/** A runbook to compare with its entry. */
export interface ToCompare {
  readonly path: string;
  readonly entry: WrittenEntry;
}

/** What a comparison found. */
export interface Compared {
  readonly differences: readonly Difference[];
  /** The runbook as it is read now; `null` where nothing differs, or it is gone. */
  readonly now: Pick<NowRead, 'digest' | 'coming'> | null;
}

/**
 * Compares a runbook, as it is read now, with its entry.
 * @throws RunbookError where the one or the other cannot be read.
 */
export function compareWithEntry({ path, entry }: ToCompare, cwd: string): Compared {
  const now = readLockable(path, cwd);
  const standing = standingOf(path, now, entryOf(entry));
  if (standing.kind !== 'differs') return { differences: [], now: null };
  return { differences: standing.differences, now: { digest: now.digest, coming: now.coming } };
}
