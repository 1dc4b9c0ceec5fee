import { expect, test } from 'vitest';
import { commitTrouble } from '../../../src/commands/telling/commit-trouble.ts';

test.each([
  [undefined, null],
  [{ status: 'pushed', commit: 'c0ffee' }, null],
  [{ status: 'failed', reason: 'no' }, { what: 'the history row is written but not committed', why: 'no', advice: 'commit it yourself: git commit a.md' }],
  // Committed once more, the row would stand in two commits.
  [{ status: 'failed', reason: 'no', commit: 'c0ffee' }, { what: 'the history row is committed but not pushed', why: 'no', advice: 'push it yourself: git push' }],
] as const)('%j is told', (commit, told) => expect(commitTrouble(commit, 'a.md')).toEqual(told));
