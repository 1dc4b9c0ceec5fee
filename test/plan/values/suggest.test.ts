import { expect, it } from 'vitest';
import { suggestByShape } from '../../../src/plan/index.ts';

it('suggests what has the shape of the example, the latest output first', () => {
  expect(suggestByShape('v84', ['v83  Deploy\nv82  Deploy', '=== app\nv86: Rollback to v84, done.\nv85  Deploy 3f2a91c'])).toEqual(['v86', 'v84', 'v85', 'v83', 'v82']);
  expect(suggestByShape('main-abc123', ['pushed "main-9f8e7d6" to (velvet:main-0a1b2c3)'])).toEqual(['main-9f8e7d6']);
  expect(suggestByShape('2026-05-14', ['on 2026-01-02: x'])).toEqual(['2026-01-02']);
});

it('suggests nothing for a word alone', () => {
  expect(suggestByShape('web', ['web api'])).toEqual([]);
});
