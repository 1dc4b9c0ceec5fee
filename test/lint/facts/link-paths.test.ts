import { expect, test } from 'vitest';
import { joinPath, pageAt, resolveLink } from '../../../src/lint/facts/link-paths.ts';
import type { Files } from '../../../src/lint/rule.ts';

const DISK = new Set(['/repo/docs/a.md', '/repo/docs/ops/b.md', '/repo/docs/guide/index.md', '/repo/top.md']);
const kind: Files['kind'] = (path) => (DISK.has(path) ? 'file' : null);
const files: Files = { kind, page: (path) => pageAt(path, kind), names: () => [], anchors: () => null, owned: () => false, ancestors: () => ['/repo/docs/ops', '/repo/docs', '/repo'] };

test.each([
  ['/a/b', '../c.md', '/a/c.md'],
  ['a', './b/../c.md', 'a/c.md'],
  ['.', '../x.md', '../x.md'],
  ['..', '../x.md', '../../x.md'],
  ['/', '../x.md', '/x.md'],
])('%s and %s are %s', (folder, link, joined) => {
  expect(joinPath(folder, link)).toBe(joined);
});

test.each([
  ['../a.md', false, '/repo/docs/a.md'],
  ['../guide/', false, '/repo/docs/guide/index.md'],
  ['b', false, '/repo/docs/ops/b.md'],
  ['/top.md', false, '/repo/top.md'],
  ['docs/a.md', true, '/repo/docs/a.md'],
  ['docs/a.md', false, null],
  ['nowhere.md', true, null],
])('from docs/ops, %s (bare: %s) leads to %s', (target, bare, found) => {
  expect(resolveLink(target, '/repo/docs/ops/b.md', bare, files)).toBe(found);
});
