import { type Difference, saysJust, standingOf } from '../../plan-lock/index.ts';
import { entryOf } from './entry-for.ts';
import { lockable } from './lockable.ts';

/** A runbook that is to be compared with its entry. */
export interface ToCompare {
  readonly name: string;
  readonly path: string;
  /** The entry as it is written. */
  readonly entry: string;
}

/**
 * How a runbook differs from its entry, as it is read now.
 * @throws RunbookError where the one or the other cannot be read.
 */
export function differencesOf({ name, path, entry: text }: ToCompare, lockPath: string, cwd: string): readonly Difference[] {
  const now = lockable(path, cwd);
  if (saysJust(text, name, now.coming)) return [];
  const standing = standingOf(path, now, entryOf(lockPath, name, text));
  return standing.kind === 'differs' ? standing.differences : [];
}
