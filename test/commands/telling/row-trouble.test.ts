import { expect, test } from 'vitest';
import { rowTrouble, rowWarning } from '../../../src/commands/telling/row-trouble.ts';

test.each([
  [undefined, null],
  [{ status: 'pushed', commit: 'c0ffee', onBranch: true }, null],
  [{ status: 'failed', reason: 'no' }, { what: 'the history row is written but not committed', why: 'no', advice: 'commit it yourself: git commit a.md' }],
  // Committed once more, the row would stand in two commits.
  [{ status: 'failed', reason: 'no', commit: 'c0ffee' }, { what: 'the history row is committed but not pushed', why: 'no', advice: 'push it yourself: git push' }],
] as const)('%j is told', (commit, told) => expect(rowTrouble({ status: 'written', row: '| x |', line: 3, ...(commit === undefined ? {} : { commit }) }, 'a.md')).toEqual(told));

test('a row that is in no file is told by its name', () => {
  expect(rowTrouble({ status: 'lost', row: '| x |', reason: 'no space', advice: 'write it down' }, 'a.md', 'the history row of a.md')).toEqual({ what: 'the history row of a.md is neither written nor kept', why: 'no space', advice: 'write it down' });
});

test('a row that is committed on no branch is no trouble, and worth a word', () => {
  const committed = (onBranch: boolean) => ({ status: 'written', row: '| x |', line: 3, commit: { status: 'committed', commit: 'c0ffee1234567890', onBranch } }) as const;
  expect(rowTrouble(committed(false), 'a.md')).toBeNull();
  expect(rowWarning(committed(false))).toMatchObject({ advice: 'keep it: git branch <name> c0ffee123456' });
  expect(rowWarning(committed(true))).toBeNull();
});
