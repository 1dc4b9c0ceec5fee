import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { called, cleanEnvironment, outcomeOf, runbook, said, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

const fence = (code: string, pins = ''): string => `\`\`\`bash ${pins}\n${code}\n\`\`\`\n`;

/** A program started with these arguments that has said this. */
async function begun(folder: Workspace, env: Record<string, string>, pattern: RegExp, ...args: string[]): Promise<{ readonly done: ReturnType<typeof outcomeOf>; readonly kill: (signal: NodeJS.Signals) => void }> {
  const child = runbook(...args, '--operator', 'kim').in(folder).withEnv(env).start();
  const done = outcomeOf(child);
  await said(child.stdout!, pattern);
  return { done, kill: (signal) => child.kill(signal) };
}

/** A run that SIGTERM ended after its second step. */
async function stopped(files: Record<string, string>, ...args: string[]): Promise<{ readonly folder: Workspace; readonly env: Record<string, string> }> {
  const folder = workspace(files);
  const env = cleanEnvironment();
  const { done, kill } = await begun(folder, env, /^going$/m, 'run', 'r.md', '--yes', ...args);
  kill('SIGTERM');
  expect((await done).status).toBe(143);
  return { folder, env };
}

// What does not end by itself has nothing to be interrupted in: the signal finds the run between two steps.
const WAIT = 'echo going; tail -f /dev/null';

describe('resume', () => {
  it('goes on with the same target, values and steps, as the same operator, in a runbook whose steps to come were changed where it lies', async () => {
    const table = '## Apps\n\n| App | Zone |\n|---|---|\n| web-1 | eu |\n| web-2 | us |\n\n';
    const text = (said: string): string => `# R\n\n${table}## A\n\n${fence('echo in eu')}\n## B\n\n${fence(WAIT)}\n## C\n\n${fence(`echo "<tag> ${said} web-1"`)}\n## D\n\n${fence('echo not chosen')}`;
    const { folder, env } = await stopped({ 'r.md': text('on') }, '--target', 'web-2', '--set', 'tag=v84', '--skip', 'd-1');
    folder.write('r.md', text('now on'));
    const { stdout } = await runbook('resume', '--yes').in(folder).withEnv(env).expect({ status: 0, stdout: /step c-1 \("C: echo"\) has changed in the runbook since the run began/ });
    expect(stdout).toMatch(/^v84 now on web-2$/m);
    expect(stdout).toMatch(/· kim ·/);
    expect(stdout).not.toMatch(/^in us$|not chosen/m);
  });

  it('refuses where a step that ran has changed, or the runbook is gone, unless told; a step to come may change', async () => {
    const text = (first: string, last: string): string => `# R\n\n## A\n\n${fence(first)}\n## B\n\n${fence(WAIT)}\n## C\n\n${fence(last)}`;
    const { folder, env } = await stopped({ 'r.md': text('echo one', 'echo end') });
    folder.write('r.md', text('echo other', 'echo end'));
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /step a-1 already ran and has changed in the runbook since\n {2}.*--force/ });
    folder.write('moved.md', text('echo one', 'echo a better end'));
    rmSync(folder.at('r.md'));
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /its runbook \S+\/r\.md is gone\n {2}say where it is with --runbook <path>/ });
    await runbook('resume', '--yes', '--runbook', 'moved.md').in(folder).withEnv(env).expect({ status: 0, stdout: /step c-1 \("C: echo a"\) has changed in the runbook since the run began[^]*^a better end$/m });
  });

  it('goes on past a step that has changed, and a journal that cannot be read, where it is told to, without running that again', async () => {
    const text = (first: string): string => `# R\n\n## A\n\n${fence(first)}\n## B\n\n${fence(WAIT)}\n## C\n\n${fence('echo end')}`;
    const { folder, env } = await stopped({ 'r.md': text('echo one') });
    const [run = ''] = readdirSync(join(env['XDG_STATE_HOME'] ?? '', 'runbook/runs'));
    const journal = join(env['XDG_STATE_HOME'] ?? '', 'runbook/runs', run, 'events.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').split('\n').toSpliced(1, 0, '\0\0').join('\n'));
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /cannot resume \S+ unattended: line 2 of its journal cannot be read/ });
    folder.write('r.md', text('echo other > ran'));
    await runbook('resume', '--yes', '--force').in(folder).withEnv(env).expect({ status: 0, stdout: /^end$/m });
    expect(existsSync(folder.at('ran'))).toBe(false);
  });

  it('of a run that another process goes on with is refused, also with --force', async () => {
    const { folder, env } = await stopped({ 'r.md': `# R\n\n## A\n\n${fence(WAIT)}\n## B\n\n${fence('echo pausing; test -e on', '{retry=1 every=10m}')}` });
    const { done, kill } = await begun(folder, env, /failed, exit status 1/, 'resume', '--yes');
    await called('resume', '--yes', '--force').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /^runbook: cannot resume \S+: process \d+ of kim has it open since .*\n {2}wait for that run to end\n$/ });
    const [run] = JSON.parse((await called('runs', '--json').in(folder).withEnv(env).finish()).stdout) as { id: string; status: string }[];
    expect(run?.status).toBe('running');
    expect((await called('runs', 'show', run!.id).in(folder).withEnv(env).finish()).stdout).not.toContain('interrupted');
    kill('SIGTERM');
    expect((await done).status).toBe(143);
  });
});

describe('old runs', () => {
  const START = '{"type":"run-started","time":"2020-01-01T00:00:00.000Z","run":"x","runbook":"/r.md","title":null,"target":null,"operator":"kim","mode":"unattended","version":"0","pid":1,"host":"h","digest":"","sections":[],"steps":[],"budgetSeconds":null}\n';
  const END = '{"type":"run-finished","time":"2020-01-01T00:00:01.000Z","run":"x","status":"passed","reason":"","durationMs":1}\n';

  function stored(runs: string, id: string, text: string, days: number): void {
    mkdirSync(join(runs, id), { recursive: true });
    writeFileSync(join(runs, id, 'events.ndjson'), text);
    const then = Date.now() / 1000 - days * 86_400;
    utimesSync(join(runs, id), then, then);
  }

  it('go by count and by age, but never one that is not finished', async () => {
    const env = cleanEnvironment();
    const runs = join(env['XDG_STATE_HOME']!, 'runbook/runs');
    for (let i = 0; i < 202; i++) stored(runs, `20260101-0000-a${String(i).padStart(3, '0')}`, `${START}${END}`, 1);
    stored(runs, '20200101-0000-open', START, 2000);
    stored(runs, '20260102-0000-aged', `${START}${END}`, 181);
    stored(runs, '20260102-0000-half', START, 181);
    await runbook('run', 'r.md', '--yes').in(workspace({ 'r.md': `# R\n\n${fence('true')}` })).withEnv(env).expect({ status: 0 });
    const left = readdirSync(runs);
    expect(left).toEqual(expect.arrayContaining(['20200101-0000-open', '20260102-0000-half', '20260101-0000-a201']));
    expect(left).not.toContain('20260102-0000-aged');
    expect(left).not.toContain('20260101-0000-a000');
    // 200 by count, of them the aged one gone, and the old one that is open.
    expect(left).toHaveLength(200);
  });

  it('that cannot be removed hold nobody up', async () => {
    const env = cleanEnvironment();
    const runs = join(env['XDG_STATE_HOME']!, 'runbook/runs');
    stored(runs, '20200101-0000-odd', `${START}${END}`, 2000);
    chmodSync(join(runs, '20200101-0000-odd'), 0o500);
    await runbook('run', 'r.md', '--yes').asUser().in(workspace({ 'r.md': `# R\n\n${fence('true')}` })).withEnv(env).expect({ status: 0 });
    expect(existsSync(join(runs, '20200101-0000-odd'))).toBe(true);
  });
});

describe('an unattended run in production', () => {
  const text = `# R\n\n| App | URL |\n|---|---|\n| shop-prod | https://shop.example |\n| shop-stg | https://stg.example |\n\n## A\n\n${fence('./fix.sh shop-prod')}`;

  it('does not run what nobody knows the effect of, unless it is allowed; elsewhere it does', async () => {
    const folder = workspace({ 'r.md': text, 'fix.sh': '#!/bin/sh\necho "fixed $1"\n' });
    chmodSync(folder.at('fix.sh'), 0o755);
    await called('run', 'r.md', '--yes', '--target', 'shop-prod').in(folder).expect({ status: 2, stdout: '', stderr: /step a-1 may do anything in production: unknown what \.\/fix\.sh does, and the target shop-prod is production\n {2}allow it with --allow-destructive/ });
    await runbook('run', 'r.md', '--yes', '--target', 'shop-stg').in(folder).expect({ status: 0, stdout: /^fixed shop-stg$/m });
    await runbook('run', 'r.md', '--yes', '--target', 'shop-prod', '--allow-destructive').in(folder).expect({ status: 0, stdout: /confirmed with --allow-destructive/ });
  });

  it('is one too where only a command names production: its host, its context, its profile', async () => {
    const folder = workspace({ 'r.md': `# R\n\n## A\n\n${fence('acmectl --context <context> renew')}` });
    await called('run', 'r.md', '--yes', '--set', 'context=shop-prod').in(folder).expect({ status: 2, stdout: '', stderr: /unknown what acmectl does, and the kube-context shop-prod is production/ });
  });

  it('goes by the names of .runbook.yaml where there are some', async () => {
    const folder = workspace({ 'r.md': text, 'fix.sh': '#!/bin/sh\ntrue\n', '.runbook.yaml': 'production: ["*-stg"]\n' });
    chmodSync(folder.at('fix.sh'), 0o755);
    await called('run', 'r.md', '--yes', '--target', 'shop-stg').in(folder).expect({ status: 2, stderr: /the target shop-stg is production/ });
    await runbook('run', 'r.md', '--yes', '--target', 'shop-prod').in(folder).expect({ status: 0 });
  });
});

describe('held pieces', () => {
  it('are named all at once, each with its line, its words and what settles it', async () => {
    const folder = workspace({ 'r.md': `# R\n\n## A\n\nIf the disk is full, clean up:\n\n${fence('echo clean')}\n## B\n\nOnly if that did not help:\n\n${fence('echo more')}` });
    await called('run', 'r.md', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: 2 pieces are held.*\n {2}r\.md:5: step a-1 is held: conditional, "If the disk is full, clean up:"\n {4}settle it with --settle \S+=run\|skip, or pin runs=yes\n {2}r\.md:13: step b-1/ });
    await runbook('run', 'r.md', '--yes', '--settle', 'a-1=skip', '--settle', 'b-1=run').in(folder).expect({ status: 0, stdout: /skipped[^]*^more$/m });
    await called('run', 'r.md', '--yes', '--settle', 'a-1=maybe').in(folder).expect({ status: 2, stderr: /--settle a-1=maybe/ });
    await called('run', 'r.md', '--yes', '--settle', 'nonsense').in(folder).expect({ status: 2, stderr: /expected <step>\[\.<piece>\]\[\/<doubt>\]=<answer>/ });
  });
});
