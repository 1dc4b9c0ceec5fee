import { type Difference, entryText, standingOf } from '../../plan-lock/index.ts';
import { entryOf } from './entry-for.ts';
import { lockable, newEntry } from './lockable.ts';
import type { WrittenEntry } from './open-lock.ts';

/** A runbook to compare with its entry. */
export interface ToCompare {
  readonly path: string;
  readonly entry: WrittenEntry;
}

/** Who reads, and where. */
export interface LockReader {
  readonly cwd: string;
  /** The version of the reader. */
  readonly reader: string;
}

/** What a comparison found. */
export interface Compared {
  readonly differences: readonly Difference[];
  /** The lines of the entry as `runbook lock` would write them now; `null` where nothing differs, or the runbook is gone. */
  readonly now: string | null;
}

/**
 * Compares a runbook, as it is read now, with its entry.
 * @throws RunbookError where the one or the other cannot be read.
 */
export function compareWithEntry({ path, entry }: ToCompare, { cwd, reader }: LockReader): Compared {
  const now = lockable(path, cwd);
  const was = entryOf(entry);
  const standing = standingOf(path, now, was);
  if (standing.kind !== 'differs') return { differences: [], now: null };
  return { differences: standing.differences, now: entryText(entry.name, newEntry(now, was, was.locked, reader)) };
}
