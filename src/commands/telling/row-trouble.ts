import type { CommitResult, RecordResult } from '../../history/index.ts';
import type { ErrorReport } from '../../model/index.ts';

/** The error for a row that was not written or committed as asked; `null` if it was. `row`: what it is called. */
export function rowTrouble(result: RecordResult, path: string, row = 'the history row'): ErrorReport | null {
  if (result.status !== 'written') return { what: `${row} is ${result.status === 'kept' ? 'kept, not written' : 'neither written nor kept'}`, why: result.reason, advice: result.advice };
  return commitTrouble(result.commit, path);
}

function commitTrouble(commit: CommitResult | undefined, path: string): ErrorReport | null {
  if (commit?.status !== 'failed') return null;
  if (commit.commit === undefined) return { what: 'the history row is written but not committed', why: commit.reason, advice: `commit it yourself: git commit ${path}` };
  return { what: 'the history row is committed but not pushed', why: commit.reason, advice: 'push it yourself: git push' };
}
