import type { CommitResult } from '../../history/index.ts';
import type { ErrorReport } from '../../model/index.ts';

/** The error for a row that is in the file and did not get as far as was asked; `null` if it did. */
export function commitTrouble(commit: CommitResult | undefined, path: string): ErrorReport | null {
  if (commit?.status !== 'failed') return null;
  if (commit.commit === undefined) return { what: 'the history row is written but not committed', why: commit.reason, advice: `commit it yourself: git commit ${path}` };
  return { what: 'the history row is committed but not pushed', why: commit.reason, advice: 'push it yourself: git push' };
}
