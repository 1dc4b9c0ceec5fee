import { expect, it } from 'vitest';
import { foundText } from '../../../src/print/index.ts';

const found = [{ path: 'docs/ops/postgres-restore.md', title: 'Restore a database from a backup', purpose: 'Use this when rows were deleted and a backup is at hand.' }];

it('what was found is a line, and its purpose', () => {
  expect(foundText(found, undefined, false)).toBe('docs/ops/postgres-restore.md  Restore a database from a backup\n    Use this when rows were deleted and a backup is at hand.\n');
});

it('on a narrow screen the title stands below the path', () => {
  expect(foundText(found, 40, true)).toBe(` 1  docs/ops/postgres-restore.md
      Restore a database from a backup
        Use this when rows were deleted
        and a backup is at hand.
`);
});
