import { entryText } from '../../plan-lock/index.ts';
import type { ChangedEntry } from '../../print/index.ts';
import type { ChangedRunbook } from './check-lock.ts';
import { entryOf } from './entry-for.ts';
import { newEntry } from './lockable.ts';
import { readerVersion } from './reader-version.ts';

/** The entries of runbooks that differ, as they stand and as `runbook lock` would write them now. Only a check that finds some loads what writes entries. */
export function changedEntries(changed: readonly ChangedRunbook[]): readonly ChangedEntry[] {
  const reader = readerVersion();
  return changed.map(({ entry, now }) => {
    const was = entryOf(entry);
    return { was: entry.text, now: entryText(entry.name, newEntry(now, was, was.locked, reader)), line: entry.line };
  });
}
