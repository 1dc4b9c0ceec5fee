import { inertLines, visible } from '../../model/index.ts';

/** An entry of the plan lock as it stands, and as it would be written now. */
export interface ChangedEntry {
  readonly was: string;
  readonly now: string;
  /** The line of the lock at which it begins. */
  readonly line: number;
}

/** What `runbook lock` would change, as a patch of the lock. Entries are compared one by one, in the order of the lock: all of a long lock at once would take long. */
export async function lockDiff(path: string, entries: readonly ChangedEntry[]): Promise<string> {
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import('diff');
  let grown = 0;
  const hunks = entries.flatMap(({ was, now, line }) => {
    const patch = structuredPatch('', '', withoutBlankEnd(was), withoutBlankEnd(now));
    const moved = patch.hunks.map((hunk) => ({ ...hunk, oldStart: hunk.oldStart + line - 1, newStart: hunk.newStart + line - 1 + grown }));
    grown += patch.hunks.reduce((lines, { oldLines, newLines }) => lines + newLines - oldLines, 0);
    return moved;
  });
  const text = formatPatch({ oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: undefined, newHeader: undefined, hunks }, FILE_HEADERS_ONLY);
  return inertLines(visible(text), false);
}

/** A blank line stands between two entries. */
function withoutBlankEnd(entry: string): string {
  return `${entry.trimEnd()}\n`;
}
