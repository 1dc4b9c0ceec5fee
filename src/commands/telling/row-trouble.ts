import type { CommitResult, RecordResult } from '../../history/index.ts';
import type { ErrorReport } from '../../model/index.ts';

/** The error for a row that was not written or committed as asked; `null` if it was. `row`: what it is called. */
export function rowTrouble(result: RecordResult, path: string, row = 'the history row'): ErrorReport | null {
  if (result.status !== 'written') return { what: `${row} is ${result.status === 'kept' ? 'kept, not written' : 'neither written nor kept'}`, why: result.reason, advice: result.advice };
  return commitTrouble(result.commit, path);
}

/** What to know about a row that was written and committed as asked; `null` if there is nothing. */
export function rowWarning(result: RecordResult): ErrorReport | null {
  const commit = result.status === 'written' ? result.commit : undefined;
  if (commit === undefined || commit.status === 'failed' || commit.onBranch) return null;
  return { what: 'the history row is committed on no branch', why: 'HEAD is detached, and whoever switches to a branch leaves the commit behind', advice: `keep it: git branch <name> ${commit.commit.slice(0, 12)}` };
}

function commitTrouble(commit: CommitResult | undefined, path: string): ErrorReport | null {
  if (commit?.status !== 'failed') return null;
  if (commit.commit === undefined) return { what: 'the history row is written but not committed', why: commit.reason, advice: `commit it yourself: git commit ${path}` };
  return { what: 'the history row is committed but not pushed', why: commit.reason, advice: 'push it yourself: git push' };
}
