import { expect, it } from 'vitest';
import { ignoredBy } from '../../src/lint/ignore-globs.ts';
import { cpuTime } from '../cpu-time.ts';

const ignores = (glob: string, path: string): boolean => ignoredBy([glob], '/x', '/x')(path);

it.each([
  ['draft-*.md', 'docs/draft-a.md', true],
  ['draft-?.md', 'docs/draft-ab.md', false],
  ['archive', 'docs/archive/old/a.md', true],
  ['docs/archive/', 'docs/archive/a.md', true],
  ['docs/archive', 'old/docs/archive/a.md', false],
  ['/a.md', 'docs/a.md', false],
  ['docs/**/a.md', 'docs/a.md', true],
  ['docs/**/b/**/a.md', 'docs/x/b/y/b/z/a.md', true],
  ['docs/*.md', 'docs/x/a.md', false],
  ['docs/{old,new}/*.md', 'docs/new/a.md', true],
  ['(group)/a.md', '(group)/a.md', true],
  ['*.md', '.hidden/.a.md', true],
])('%s and %s: %s', (glob, path, expected) => {
  expect(ignores(glob, path)).toBe(expected);
});

it.each([
  ['**/*a*a*a/**/*a*a*a/**/*a*a*ab', Array(15).fill('a'.repeat(250)).join('/')],
  ['**/a/**/a/**/ab', Array(1900).fill('a').join('/')],
  ['*a*a*ab', 'a'.repeat(250)],
])('%s takes no time to speak of', (glob, path) => {
  expect(cpuTime(() => expect(ignores(glob, path)).toBe(false))).toBeLessThan(500);
});
