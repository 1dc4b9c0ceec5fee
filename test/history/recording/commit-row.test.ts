import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptRows, recordKept, recordRow, type RecordRequest, type RecordResult } from '../../../src/history/index.ts';

const table = '# Restart\n\nOpening.\n\n## History\n\n| Date | App | Outcome |\n|---|---|---|\n| 2026-10-01 | web | Success |\n\nThe end.\n';
let folder = '';

const git = (at: string, ...args: string[]): string => execFileSync('git', args, { cwd: join(folder, at), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);

function record(at: string, app: string, more: Partial<RecordRequest> = {}): Promise<RecordResult> {
  return recordRow({ path: join(folder, at, 'a.md'), columns: ['Date', 'App', 'Outcome'], cells: ['2026-11-03', app, 'Success'], target: app, operator: 'dana', runId: 'r1', outcome: 'Success', commit: true, ...more });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commit-'));
  for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) vi.stubEnv(name, undefined);
  vi.stubEnv('XDG_STATE_HOME', join(folder, 'state'));
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(folder, 'gitconfig'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  write('gitconfig', '[user]\n\tname = Dana\n\temail = dana@example.com\n[init]\n\tdefaultBranch = main\n');
  execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'remote.git')]);
  clone('one');
  write('one/a.md', table);
  write('one/b.txt', 'b\n');
  git('one', 'add', '.');
  git('one', 'commit', '--quiet', '-m', 'Start');
  git('one', 'push', '--quiet', '-u', 'origin', 'main');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const untrack = (): void => {
  git('one', 'rm', '--quiet', '--cached', 'a.md');
  git('one', 'commit', '--quiet', '-m', 'x');
};
const clone = (name: string): void => void execFileSync('git', ['clone', '--quiet', join(folder, 'remote.git'), join(folder, name)], { stdio: 'ignore' });

describe('--commit', () => {
  test('commits the row alone, with a message that says what ran', async () => {
    expect(await record('one', 'api')).toMatchObject({ status: 'written', commit: { status: 'committed', commit: git('one', 'rev-parse', 'HEAD'), onBranch: true } });
    expect(git('one', 'show', '--format=%an: %s', '--numstat')).toBe('Dana: Record a.md run on api: Success\n\n1\t0\ta.md');
    expect(git('one', 'status', '--porcelain')).toBe('');
  });
  test('says that it is on no branch where HEAD is on none', async () => {
    git('one', 'checkout', '--quiet', '--detach');
    expect(await record('one', 'api')).toMatchObject({ status: 'written', commit: { status: 'committed', onBranch: false } });
  });
  test('leaves what else is staged and changed, in the same file too', async () => {
    write('one/b.txt', 'staged\n');
    write('one/new.txt', 'new\n');
    write('one/a.md', table.replace('Opening.', 'Staged opening.'));
    git('one', 'add', 'b.txt', 'new.txt', 'a.md');
    write('one/a.md', table.replace('Opening.', 'Staged opening.').replace('The end.', 'Changed end.'));
    appendFileSync(join(folder, 'one/b.txt'), 'unstaged\n');
    const before = [git('one', 'diff', '--cached', '--', 'b.txt', 'new.txt'), git('one', 'diff', '--', 'b.txt')];
    await record('one', 'api');
    expect(git('one', 'show', '--format=', '--numstat')).toBe('1\t0\ta.md');
    expect([git('one', 'diff', '--cached', '--', 'b.txt', 'new.txt'), git('one', 'diff', '--', 'b.txt')]).toEqual(before);
    const changed = (diff: string): string[] => diff.split('\n').filter((line) => /^[-+][^-+]/.test(line));
    expect(changed(git('one', 'diff', '--cached', '--', 'a.md'))).toEqual(['-Opening.', '+Staged opening.']);
    expect(changed(git('one', 'diff', '--', 'a.md'))).toEqual(['-The end.', '+Changed end.']);
  });
  test('takes its message from the team', async () => {
    write('one/.runbook.yaml', 'history:\n  commitMessage: "ops({target}): {title} by {operator} {}"\n');
    await record('one', 'api', { title: 'Restart' });
    expect(git('one', 'log', '-1', '--format=%B')).toBe('ops(api): Restart by dana {}');
  });
  test('runs the hooks; a refusal is told and the row stays written', async () => {
    write('one/.git/hooks/pre-commit', '#!/bin/sh\ngit diff --cached --name-only > hooked\necho "error: not on a Friday" >&2\nexit 1\n');
    chmodSync(join(folder, 'one/.git/hooks/pre-commit'), 0o755);
    expect(await record('one', 'api')).toMatchObject({ status: 'written', line: 10, commit: { status: 'failed', reason: 'not on a Friday' } });
    expect(read('one/hooked')).toBe('a.md\n');
    expect(git('one', 'status', '--porcelain', '-uno')).toBe('M a.md');
  });
  test.each([
    ['outside a repository', (): void => mkdirSync(join(folder, 'two')), 'it is in no git repository', 'two'],
    ['not tracked', untrack, 'it is not in the last commit; add and commit it first', 'one'],
    ['during a merge', (): void => write('one/.git/MERGE_HEAD', git('one', 'rev-parse', 'HEAD')), 'a merge is going on; finish it first', 'one'],
  ])('%s: written, not committed, and says why', async (_name, prepare, reason, at) => {
    prepare();
    write(`${at}/a.md`, table);
    expect(await record(at, 'api')).toMatchObject({ status: 'written', commit: { status: 'failed', reason } });
  });
  test('keeps CRLF in the working file and LF in the commit where git converts', async () => {
    write('one/.gitattributes', '*.md text eol=crlf\n');
    git('one', 'add', '.');
    git('one', 'commit', '--quiet', '-m', 'crlf');
    rmSync(join(folder, 'one/a.md'));
    git('one', 'checkout', '--quiet', 'a.md');
    await record('one', 'api');
    expect(read('one/a.md')).toContain('| 2026-11-03 | api | Success |\r\n');
    expect(git('one', 'show', '--format=', '--numstat')).toBe('1\t0\ta.md');
    expect(git('one', 'status', '--porcelain')).toBe('');
  });
});

describe('--push', () => {
  const rows = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.startsWith('| 2026-11'));

  test('waits for who changes the index, and does not commit what the next commit would take away', async () => {
    write('one/.git/index.lock', '');
    expect(await record('one', 'api')).toMatchObject({ status: 'written', commit: { status: 'failed', reason: expect.stringMatching(/another git process is at work: .*index\.lock exists/) } });
    expect(git('one', 'log', '--format=%s')).toBe('Start');
  });
  test('keeps what a hook made of it', async () => {
    write('one/.git/hooks/pre-commit', '#!/bin/sh\nsed -i s/Opening/Beginning/ a.md && git add a.md\n');
    chmodSync(join(folder, 'one/.git/hooks/pre-commit'), 0o755);
    expect(await record('one', 'api')).toMatchObject({ commit: { status: 'committed' } });
    expect(git('one', 'status', '--porcelain')).toBe('');
    expect(git('one', 'show', 'HEAD:a.md')).toContain('Beginning');
  });
  test('of a stored row, asked for when it is written', async () => {
    const text = read('one/a.md');
    rmSync(join(folder, 'one/a.md'));
    expect(await record('one', 'api', { commit: false })).toMatchObject({ status: 'kept' });
    write('one/a.md', text);
    const [kept] = await keptRows();
    expect(await recordKept({ ...kept!, request: { ...kept!.request, commit: true } })).toMatchObject({ status: 'written', commit: { status: 'committed' } });
  });
  test('pushes the commit', async () => {
    expect(await record('one', 'api', { push: true })).toMatchObject({ commit: { status: 'pushed', commit: git('remote.git', 'rev-parse', 'main') } });
  });
  test('two clones at the same time: both rows, no conflict, a straight line of commits', async () => {
    clone('two');
    const results = await Promise.all([record('one', 'api', { push: true }), record('two', 'store', { push: true })]);
    expect(results.map((result) => result.status === 'written' && result.commit?.status)).toEqual(['pushed', 'pushed']);
    expect(rows(git('remote.git', 'show', 'main:a.md')).sort()).toEqual(['| 2026-11-03 | api | Success |', '| 2026-11-03 | store | Success |']);
    expect(git('remote.git', 'log', '--merges', '--oneline', 'main')).toBe('');
    expect(git('remote.git', 'rev-list', '--count', 'main')).toBe('3');
    for (const at of ['one', 'two']) expect(git(at, 'status', '--porcelain')).toBe('');
  });
  test('what the other clone pushed arrives, what is unfinished here stays', async () => {
    clone('two');
    write('two/b.txt', 'from two\n');
    git('two', 'add', '.');
    git('two', 'commit', '--quiet', '-m', 'Change b');
    await record('two', 'store', { push: true });
    git('two', 'push', '--quiet');
    write('one/a.md', table.replace('Opening.', 'My opening.'));
    write('one/c.txt', 'staged\n');
    git('one', 'add', 'c.txt');
    expect(await record('one', 'api', { push: true })).toMatchObject({ commit: { status: 'pushed' } });
    expect(read('one/b.txt')).toBe('from two\n');
    expect(git('one', 'status', '--porcelain')).toBe('M a.md\nA  c.txt');
    expect(rows(read('one/a.md'))).toEqual(['| 2026-11-03 | store | Success |', '| 2026-11-03 | api | Success |']);
    expect(read('one/a.md')).toContain('My opening.');
    expect(git('one', 'show', '--format=%an: %s', '--numstat')).toBe('Dana: Record a.md run on api: Success\n\n1\t0\ta.md');
  });
  test('what the remote says of a push that it refuses is told', async () => {
    writeFileSync(join(folder, 'remote.git/hooks/pre-receive'), '#!/bin/sh\necho asked >> asked\necho "main is frozen until Monday" >&2\nexit 1\n', { mode: 0o755 });
    expect(await record('one', 'api', { push: true })).toMatchObject({ commit: { status: 'failed', reason: 'remote rejected (pre-receive hook declined): main is frozen until Monday' } });
    expect(read('remote.git/asked')).toBe('asked\n');
  });

  test('other commits that are not pushed are not pushed along', async () => {
    write('one/b.txt', 'mine\n');
    git('one', 'commit', '--quiet', '-am', 'Mine');
    expect(await record('one', 'api', { push: true })).toMatchObject({ commit: { status: 'failed', reason: expect.stringMatching(/^the branch has other commits that are not pushed/) } });
    expect(git('one', 'log', '--format=%s', 'origin/main..')).toBe('Record a.md run on api: Success\nMine');
  });
  test('no upstream, or no remote there: committed, and says why', async () => {
    git('one', 'branch', '--unset-upstream');
    expect(await record('one', 'api', { push: true })).toMatchObject({ status: 'written', commit: { status: 'failed', reason: 'main follows no branch of a remote; set one with `git push -u`', commit: git('one', 'rev-parse', 'HEAD') } });
    git('one', 'reset', '--quiet', '--hard', 'origin/main');
    git('one', 'branch', '--quiet', '--set-upstream-to=origin/main');
    rmSync(join(folder, 'remote.git'), { recursive: true });
    expect(await record('one', 'api', { push: true })).toMatchObject({ status: 'written', commit: { status: 'failed' } });
  });
});
