import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedSince } from '../../src/programs/index.ts';
import { readDiff } from '../../src/programs/git-changes.ts';

let folder: string;
const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: folder, stdio: 'pipe' });

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'runbook-changes-')));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('changed lines and new files since a commit are told, removed lines are not', async () => {
  writeFileSync(join(folder, 'a b.md'), 'one\ntwo\nthree\nfour\n');
  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(join(folder, 'a b.md'), 'one\n+++ b/two\nfour\nfive\n');
  writeFileSync(join(folder, 'new.md'), 'new\n');
  const changed = await changedSince('HEAD', folder);
  expect(Object.fromEntries(changed)).toEqual({ [join(folder, 'a b.md')]: [{ from: 2, to: 2 }, { from: 4, to: 4 }], [join(folder, 'new.md')]: 'all' });
});

test('what others changed on the base meanwhile is not counted', async () => {
  writeFileSync(join(folder, 'a.md'), 'one\n');
  git('add', '.');
  git('commit', '-qm', 'first');
  git('checkout', '-qb', 'topic');
  git('checkout', '-q', 'main');
  writeFileSync(join(folder, 'a.md'), 'other\n');
  git('commit', '-qam', 'second');
  git('checkout', '-q', 'topic');
  expect([...(await changedSince('main', folder))]).toEqual([]);
});

test('an unknown commit is an error that says what to do', async () => {
  await expect(changedSince('no-such-ref', folder)).rejects.toMatchObject({ report: { what: 'cannot tell what changed since no-such-ref' } });
});

test('a line that looks like a header inside a hunk is a line', () => {
  expect([...readDiff('--- a/x.md\n+++ b/x.md\n@@ -1 +1,2 @@\n--- b\n+++ b/y.md\n+z\n')]).toEqual([['x.md', [{ from: 1, to: 2 }]]]);
});
