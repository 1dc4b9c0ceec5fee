import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { called, cleanEnvironment, outcomeOf, runbook, terminal, workspace } from './helpers/index.ts';

const table = '# Restart\n\n1. Restart it.\n\n## Execution history\n\n| Date (UTC) | App | Operator | Minutes | Outcome |\n|---|---|---|---|---|\n| 2026-05-14 21:24 | `web` | kim | <1 | Success — dyno up |\n';
const given = ['--record', 'Outcome=Success — by hand', '--operator', 'dana'];
const written = /^\| \d{4}-\d\d-\d\d \d\d:\d\d \| `api` \| dana \| — \| Success — by hand \|$/;
const points = ['kept', 'locked', 'attempted', 'opened', 'half-written', 'written', 'synced', 'renamed', 'folder-synced', 'recorded', 'released', 'forgotten'];

describe('runbook record', () => {
  it('writes a row in the style of the rows above and says where', async () => {
    const folder = workspace({ 'a.md': table });
    const { stdout } = await called('record', 'a.md', '--target', 'api', ...given).in(folder).expect({ status: 0, stderr: 'runbook: left open: "Minutes"\n  give --record "Minutes=<value>", or fill the cell in by hand\n', stdout: /^a\.md:10: \| / });
    expect(stdout.replace('a.md:10: ', '').trim()).toMatch(written);
    expect(folder.read('a.md')).toBe(`${table}${stdout.replace('a.md:10: ', '')}`);
  });
  it('names what is missing where nobody can be asked', () =>
    called('record', 'a.md').in(workspace({ 'a.md': table })).expect({ status: 2, stdout: '', stderr: 'runbook: missing "App" and "Outcome": there is no terminal to ask in\n  give --record "App=…" --record "Outcome=…"\n' }));
  it('knows no such column', () =>
    called('record', 'a.md', '--record', 'Outcom=x').in(workspace({ 'a.md': table })).expect({ status: 2, stderr: 'runbook: no column is called "Outcom": did you mean "Outcome"?\n  the columns are "Date (UTC)", "App", "Operator", "Minutes", "Outcome"\n' }));
  it('takes no target that the runbook does not have, where it has some, as a run does', async () => {
    const folder = workspace({ 'a.md': `## Apps\n\n| App | Cluster |\n|---|---|\n| api | c1 |\n| web | c2 |\n\n## Steps\n\n\`\`\`bash\nkubectl rollout undo deploy/api --context c1\n\`\`\`\n\n${table}` });
    const { stderr } = await called('run', 'a.md', '--yes', '--target', 'c1').in(folder).expect({ status: 2, stderr: /^runbook: --target c1: no such target/ });
    await called('record', 'a.md', '--target', 'c1', ...given).in(folder).expect({ status: 2, stdout: '', stderr });
    await called('record', 'a.md', '--target', 'api', ...given).in(folder).expect({ status: 0 });
  });
  it('says before anything else that the row could not be committed, as a run does', async () => {
    const folder = workspace({ 'a.md': `${table}\n## Steps\n\n\`\`\`bash\ntouch ran\n\`\`\`\n` });
    const refused = { status: 2, stdout: '', stderr: 'runbook: the history row of a.md could not be committed: it is in no git repository\n  see to that first, or leave --commit out: the row is written all the same\n' };
    await called('record', 'a.md', '--target', 'api', '--commit', ...given).in(folder).expect(refused);
    await runbook('run', 'a.md', '--yes', '--commit').in(folder).expect(refused);
    execFileSync('git', ['init', '--quiet'], { cwd: folder.path });
    await called('run', 'a.md', '--yes', '--push').in(folder).expect({ status: 2, stderr: /it is not in the last commit; add and commit it first\n  see to that first, or leave --push out/ });
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });
  it('makes a section only where it is told to', async () => {
    const folder = workspace({ 'a.md': '# Restart\n' });
    await called('record', 'a.md', ...given).in(folder).expect({ status: 2, stderr: 'runbook: a.md has no history table\n  --add-history makes one\n' });
    expect(folder.read('a.md')).toBe('# Restart\n');
    await called('record', 'a.md', '--add-history', '--record', 'Date (UTC)=2026-11-03', ...given).in(folder).expect({ status: 0 });
    expect(folder.read('a.md')).toBe('# Restart\n\n## Execution history\n\n| Date (UTC) | Operator | Duration (min) | Outcome |\n|---|---|---|---|\n| 2026-11-03 | dana | — | Success — by hand |\n');
  });
  it('asks for the cells in a terminal', async () => {
    const folder = workspace({ 'a.md': table });
    const screen = terminal(['record', 'a.md', '--operator', 'dana'], { cwd: folder.path, columns: 120 });
    for (const [question, answer] of [['Date (UTC) [20', '\r'], ['App (e.g. web):', 'api\r'], ['Operator [dana]:', '\r'], ['Minutes (above: <1):', '3\r'], ['Outcome', '\r'], ['the outcome needs an answer', 'Success — fine\r']] as const) {
      await screen.waitFor(question);
      screen.type(answer);
    }
    expect(await screen.exit()).toBe(0);
    expect(folder.read('a.md')).toMatch(/\n\| \d{4}-\d\d-\d\d \d\d:\d\d \| api \| dana \| 3 \| Success — fine \|\n$/);
  });
  it('stops at a question with nothing written', async () => {
    const folder = workspace({ 'a.md': table });
    const screen = terminal(['record', 'a.md'], { cwd: folder.path });
    await screen.waitFor('Date (UTC)');
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
    expect(folder.read('a.md')).toBe(table);
  });
});

it('the table of rollback.md grows by a row that looks as if the same person had written it', async () => {
  const text = readFileSync('runbooks/rollback.md', 'utf8');
  const folder = workspace({ 'rollback.md': text });
  const cells = ['Bad release=v85', 'Rolled to=v84', 'Wall-clock (min)=<1', 'Outcome=Success — v86 appeared, dyno up'].flatMap((cell) => ['--record', cell]);
  await called('record', 'rollback.md', '--target', 'raxx-api-prod', '--operator', 'raxx-dev-bot (agent, #98)', ...cells).in(folder).expect({ status: 0, stderr: '' });
  const before = text.split('\n');
  const added = folder.read('rollback.md').split('\n').filter((line) => !before.includes(line));
  expect(added).toEqual([expect.stringMatching(/^\| \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \| raxx-api-prod \| raxx-dev-bot \(agent, #98\) \| v85 \| v84 \| <1 \| Success — v86 appeared, dyno up \|$/)]);
});

describe('nothing is lost', () => {
  it('twenty processes at once give twenty rows', async () => {
    const folder = workspace({ 'a.md': table });
    const env = cleanEnvironment();
    const calls = Array.from({ length: 20 }, (_, index) => outcomeOf(runbook('record', 'a.md', '--target', `app-${index}`, ...given).in(folder).withEnv(env).start()));
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 0));
    const lines = folder.read('a.md').slice(table.length).trimEnd().split('\n');
    expect(new Set(lines.map((line) => line.split('|')[2]?.trim())).size).toBe(20);
    expect(lines).toHaveLength(20);
    expect(folder.read('a.md').startsWith(table)).toBe(true);
    expect(readdirSync(folder.path)).toEqual(['a.md']);
  }, 60_000);

  it.each(points)('killed when %s: the file is the old or the new one, and the row comes once', async (point) => {
    const folder = workspace({ 'a.md': table });
    const env = cleanEnvironment();
    await runbook('record', 'a.md', '--target', 'api', ...given).in(folder).withEnv({ ...env, RUNBOOK_DIE_AT: point }).expect({ stdout: '' });
    const isNew = points.indexOf(point) >= points.indexOf('renamed');
    expect(folder.read('a.md').slice(0, table.length)).toBe(table);
    expect(folder.read('a.md').slice(table.length).trimEnd().split('\n').filter((line) => written.test(line))).toHaveLength(isNew ? 1 : 0);
    await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0, stdout: point === 'forgotten' ? 'no rows are kept\n' : /^a\.md:10: \|.*\|\n$/ });
    await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0, stdout: 'no rows are kept\n' });
    expect(folder.read('a.md').slice(table.length).trimEnd().split('\n')).toEqual([expect.stringMatching(written)]);
    // The lock of the last one killed waits for the next writer, who takes it over.
    expect(readdirSync(folder.path)).toEqual(['a.md']);
  });

  it('a read-only file or folder: exit 4, the row is printed and kept, and written when it can be', async ({ skip }) => {
    const folder = workspace({ 'a.md': table });
    const env = cleanEnvironment();
    const home = env['HOME'] ?? '';
    const root = process.getuid?.() === 0;
    if (root && !existsSync('/usr/bin/setpriv')) skip('root may write everywhere, and there is no setpriv to be somebody else');
    const record = (...args: string[]): { status: number; stdout: string; stderr: string } => {
      const command = [process.execPath, join(process.cwd(), 'dist/cli.js'), 'record', ...args];
      const as = root ? ['/usr/bin/setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...command] : command;
      try {
        return { status: 0, stdout: execFileSync(as[0] ?? '', as.slice(1), { cwd: folder.path, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }), stderr: '' };
      } catch (error) {
        return error as { status: number; stdout: string; stderr: string };
      }
    };
    if (root) for (const path of [folder.path, folder.at('a.md'), home]) chownSync(path, 65534, 65534);
    const first = record('a.md', '--target', 'api', ...given);
    if (root && first.status !== 0 && /EACCES|permission denied|Cannot find module/i.test(first.stderr)) skip('nobody may not run the program here');
    expect(first).toMatchObject({ status: 0 });
    const now = folder.read('a.md');
    for (const [path, mode] of [['a.md', 0o444], ['.', 0o555]] as const) {
      chmodSync(folder.at(path), mode);
      expect(record('a.md', '--target', 'api', ...given)).toMatchObject({ status: 4, stdout: expect.stringMatching(/^\| .* \|\n$/), stderr: expect.stringMatching(/^(runbook: left open.*\n {2}.*\n)?runbook: the history row of a\.md is kept, not written: no permission to write there.*\n {2}fix that, then run `runbook record --pending`\n$/) });
      expect(record('--pending')).toMatchObject({ status: 4 });
      expect(folder.read('a.md')).toBe(now);
      chmodSync(folder.at(path), path === '.' ? 0o755 : 0o644);
    }
    expect(record('--pending')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^(a\.md:\d+: \|.*\n){2}$/) });
    expect(folder.read('a.md').split('\n')).toHaveLength(table.split('\n').length + 3);
  });
});

describe('a cell that nobody could read', () => {
  it.each([
    ['Date=bogus', /(?:^|\n)runbook: the cell "Date": "bogus" is no date; expected one such as 2026-05-14\n/],
    ['Duration=lots', /(?:^|\n)runbook: the cell "Duration": "lots" is no duration; expected one such as 7 min\n/],
  ])('%s is refused', async (cell, stderr) => {
    const text = '# R\n\n## History\n\n| Date | Duration | Outcome |\n| --- | --- | --- |\n| 2026-01-02 | 7 min | Success |\n';
    const folder = workspace({ 'r.md': text });
    await called('record', 'r.md', '--record', 'Outcome=Success', '--record', cell).in(folder).expect({ status: 2, stdout: '', stderr });
    expect(folder.read('r.md')).toBe(text);
    await called('record', 'r.md', '--record', 'Outcome=Success', '--record', 'Date=2026-02-03', '--record', 'Duration=<1 min').in(folder).expect({ status: 0 });
  });
});
