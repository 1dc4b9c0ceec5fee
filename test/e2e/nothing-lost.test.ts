import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { called, cleanEnvironment, CLI, outcomeOf, runbook, said, terminal, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

const TABLE = '\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n';
const fence = (code: string, pins = ''): string => `\`\`\`bash ${pins}\n${code}\n\`\`\`\n`;
const text = (title: string, ...codes: readonly string[]): string => `# ${title}\n\n${codes.map((code, index) => `## Part ${index + 1}\n\n${fence(code)}\n`).join('')}${TABLE}`;

function rows(folder: Workspace): readonly string[] {
  return folder.read('r.md').split('\n').filter((line) => line.startsWith('| 20'));
}

const kept = (env: Record<string, string>): readonly string[] => {
  const pending = join(env['XDG_STATE_HOME']!, 'runbook/pending');
  return existsSync(pending) ? readdirSync(pending) : [];
};

const idOf = async (folder: Workspace, env: Record<string, string>): Promise<string> => (JSON.parse((await called('runs', '--json').in(folder).withEnv(env).finish()).stdout) as { id: string }[])[0]!.id;

describe('a run that is killed between its end and its row', () => {
  const POINTS = ['row-kept', 'run-finished', 'kept', 'locked', 'attempted', 'written', 'renamed', 'recorded', 'released', 'forgotten'];

  it.each(POINTS)('at "%s" has one row after record --pending, and nothing runs again', async (point) => {
    const folder = workspace({ 'r.md': text('R', 'echo ran >> trace') });
    const env = cleanEnvironment();
    await runbook('run', 'r.md', '--yes').in(folder).withEnv({ ...env, RUNBOOK_DIE_AT: point }).finish();
    await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0 });
    expect(rows(folder)).toEqual([expect.stringMatching(/\| tester \| Success/)]);
    expect(kept(env)).toEqual([]);
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stderr: /nothing to resume/ });
    expect(folder.read('trace')).toBe('ran\n');
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.r.md'))).toEqual([]);
  });

  it.each(['row-kept', 'run-finished', 'attempted', 'recorded'])('at "%s" has one row after resume', async (point) => {
    const folder = workspace({ 'r.md': text('R', 'echo ran >> trace') });
    const env = cleanEnvironment();
    await runbook('run', 'r.md', '--yes').in(folder).withEnv({ ...env, RUNBOOK_DIE_AT: point }).finish();
    await runbook('resume', '--yes', await idOf(folder, env)).in(folder).withEnv(env).expect({ status: 0 });
    expect(rows(folder)).toEqual([expect.stringMatching(/\| tester \| Success/)]);
    expect(kept(env)).toEqual([]);
    expect(folder.read('trace')).toBe('ran\n');
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.r.md'))).toEqual([]);
  });

  it('and has no place to keep its row has it made again from the journal', async () => {
    const folder = workspace({ 'r.md': text('R', 'echo ran >> trace; false') });
    const env = cleanEnvironment();
    mkdirSync(join(env['XDG_STATE_HOME']!, 'runbook'), { recursive: true });
    writeFileSync(join(env['XDG_STATE_HOME']!, 'runbook/pending'), 'not a folder');
    await runbook('run', 'r.md', '--yes').in(folder).withEnv({ ...env, RUNBOOK_DIE_AT: 'run-finished' }).expect({ stdout: /the history row could not be kept/ });
    await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0 });
    expect(rows(folder)).toEqual([expect.stringMatching(/Failed — step 1 "Part 1: false": exit status 1/)]);
  });

  it('at the questions about its cells keeps its row, also where the terminal goes away', async () => {
    const folder = workspace({ 'r.md': text('R', 'echo ran') });
    const env = { ...cleanEnvironment(), NO_COLOR: '1' };
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, env });
    await screen.waitFor('Enter start');
    screen.type('\r');
    await screen.waitFor('Enter run');
    screen.type('\r');
    await screen.waitFor('Enter write');
    expect(kept(env)).toHaveLength(1);
    await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0, stderr: /is still open/ });
    expect(rows(folder)).toEqual([]);
    screen.kill('SIGKILL');
    await screen.exit();
    await runbook('resume').in(folder).withEnv(env).expect({ status: 0, stdout: /r\.md:\d+: \| 20.*Success/ });
    expect(rows(folder)).toHaveLength(1);
    expect(kept(env)).toEqual([]);
  });
});

describe('resume', () => {
  it('unattended leaves no menu that a person had not left', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Mitigation\n\n* Restart:\n\n  ```sh\n  echo restart\n  ```\n\n* Purge:\n\n  ```sh\n  rm -rf none-a\n  ```\n\n* Wipe:\n\n  ```sh\n  rm -rf none-b\n  ```\n' });
    const env = cleanEnvironment();
    const screen = terminal(['run', 'r.md', '--no-tui', '--operator', 'kim'], { cwd: folder.path, env });
    for (const [seen, key] of [['Enter start', ''], ['0 for none', '1'], ['Enter run', '']] as const) {
      await screen.waitFor(seen);
      screen.type(`${key}\r`);
    }
    await screen.waitFor('no more of them');
    screen.kill('SIGKILL');
    await screen.exit();
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /^runbook: cannot resume \S+ unattended: "Mitigation" was left open: "Restart" was chosen, and nobody said that it was all\n {2}resume it in a terminal, which asks\n$/ });
  });

  it('tells runs that are all over from none at all', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Steps\n\n```bash\necho ran\n```\n' });
    const env = cleanEnvironment();
    await called('resume').in(folder).withEnv(env).expect({ status: 2, stderr: 'runbook: nothing to resume: there are no runs on this machine\n  runbook run <file> begins one\n' });
    await runbook('run', 'r.md', '--yes').in(folder).withEnv(env).expect({ status: 0 });
    await called('resume').in(folder).withEnv(env).expect({ status: 2, stderr: /every run on this machine is finished/ });
  });

  it('goes on with the interrupted run of the runbook that is named, also by another name of that file', async () => {
    const folder = workspace({ 'a.md': '# A\n\n## Steps\n\n```bash\necho a\n```\n', 'b.md': '# B\n\n## Steps\n\n```bash\necho b\n```\n' });
    const env = cleanEnvironment();
    for (const file of ['a.md', 'b.md']) {
      const screen = terminal(['run', file, '--no-tui', '--operator', 'kim'], { cwd: folder.path, env });
      await screen.waitFor('Enter start');
      screen.type('\r');
      await screen.waitFor('Enter run');
      screen.kill('SIGKILL');
      await screen.exit();
    }
    symlinkSync('b.md', join(folder.path, 'c.md'));
    await called('resume').in(folder).withEnv(env).expect({ status: 2, stderr: /cannot choose a run: 2 are not finished/ });
    await called('resume', 'd.md').in(folder).withEnv(env).expect({ status: 2, stderr: 'runbook: nothing to resume: there are no runs of d.md on this machine\n  runbook run d.md begins one\n' });
    await runbook('resume', 'c.md', '--yes').in(folder).withEnv(env).expect({ status: 0, stdout: /echo b[^]*b\n/ });
    await called('resume', 'b.md').in(folder).withEnv(env).expect({ status: 2, stderr: /every run of b\.md on this machine is finished/ });
    renameSync(join(folder.path, 'a.md'), join(folder.path, 'e.md'));
    await called('resume', 'e.md').in(folder).withEnv(env).expect({ status: 2, stderr: /no runs of e\.md on this machine\n {2}if it was \S+a\.md before, runbook resume \S+ --runbook e\.md goes on; else runbook run e\.md begins one/ });
  });

  it('names the run that its operator ended, which goes on by its id alone', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Steps\n\n```bash\necho ran\n```\n' });
    const env = cleanEnvironment();
    const screen = terminal(['run', 'r.md', '--no-tui', '--operator', 'kim'], { cwd: folder.path, env });
    await screen.waitFor('Enter start');
    screen.type('\r');
    await screen.waitFor('Enter run');
    screen.type('q\r');
    await screen.waitFor('leave?');
    screen.type('a\r');
    await screen.exit();
    await called('resume').in(folder).withEnv(env).expect({ status: 2, stderr: /^runbook: nothing to resume: no run on this machine was interrupted\n {2}the last that its operator ended goes on with runbook resume \S+\n$/ });
  });

  it('does about the row what the first call asked for', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Steps\n\n```bash\necho ran\n```\n' });
    const env = { ...cleanEnvironment(), NO_COLOR: '1' };
    const screen = terminal(['run', 'r.md', '--no-tui', '--add-history', '--operator', 'kim'], { cwd: folder.path, env });
    await screen.waitFor('Enter start');
    screen.type('\r');
    await screen.waitFor('Enter run');
    screen.kill('SIGKILL');
    await screen.exit();
    await runbook('resume', '--yes').in(folder).withEnv(env).expect({ status: 0 });
    expect(folder.read('r.md')).toMatch(/## Execution history\n\n.*\n.*\n\| .* \| kim \| .* \| Success/);
  });

  it('is approved in its walk, and not with the engine', async () => {
    const folder = workspace({ 'r.md': text('R', 'echo one') });
    const env = { ...cleanEnvironment(), TEMPORAL_ADDRESS: '127.0.0.1:1' };
    await called('run', 'r.md', '--yes').in(folder).withEnv(env).expect({ status: 0 });
    const id = await idOf(folder, env);
    await runbook('approve', id).in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: `runbook: ${id} is no run of the team: it runs on this machine, and the engine cannot be reached\n  the second person approves it in its walk, with A\n` });
    await runbook('approve', 'x').in(folder).withEnv(env).expect({ status: 2, stderr: /cannot reach Temporal/ });
  }, 30_000);

  it('is told that it cannot go on where its record was removed in mid-run', async () => {
    const folder = workspace({ 'r.md': text('R', 'rm -r "$XDG_STATE_HOME/runbook/runs"', 'echo never') });
    const { stdout } = await runbook('run', 'r.md', '--yes', '--allow-destructive').in(folder).withEnv(cleanEnvironment()).expect({ status: 1, stderr: /the journal cannot be written: .* it was removed\n {2}what it did is recorded nowhere else than above, and it cannot be resumed: begin anew, with --from/ });
    expect(stdout).not.toContain('never');
    expect(rows(folder)).toEqual([expect.stringContaining('Aborted')]);
  });

  /** A run that has said this and is then sent a signal. */
  async function ended(folder: Workspace, env: Record<string, string>, file: string, signal: NodeJS.Signals): Promise<void> {
    const child = runbook('run', file, '--yes', '--no-history', '--allow-destructive').in(folder).withEnv(env).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /^going$/m);
    child.kill(signal);
    await done;
  }

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('does not run a step again that %s stopped, unattended', async (signal) => {
    const folder = workspace({ 'r.md': text('R', 'echo ran >> trace; echo going; sleep 1000') });
    const env = cleanEnvironment();
    await ended(folder, env, 'r.md', signal);
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /step part-1-1 \("Part 1: sleep"\) was interrupted; unknown how far it got/ });
    expect(folder.read('trace')).toBe('ran\n');
  });

  it('takes none of several, one that is alive included, and names them; a malformed journal hides none', async () => {
    const folder = workspace({ 'a.md': text('A', 'echo going; sleep 1000'), 'b.md': text('B', 'echo going; sleep 1000') });
    const env = cleanEnvironment();
    await ended(folder, env, 'a.md', 'SIGTERM');
    const odd = join(env['XDG_STATE_HOME']!, 'runbook/runs/20261123-031205123-abcd');
    mkdirSync(odd, { recursive: true });
    writeFileSync(join(odd, 'events.ndjson'), 'nonsense\n{"type":1}\n');
    const child = runbook('run', 'b.md', '--yes', '--no-history').in(folder).withEnv(env).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /^going$/m);
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /^runbook: cannot choose a run: 2 are not finished\n {2}\S+ {2}B: running\n {2}\S+ {2}A: stopped by SIGTERM.*\n {2}say which: runbook resume <id>\n$/ });
    await called('runs').in(folder).withEnv(env).expect({ status: 0, stdout: new RegExp(`20261123-031205123-abcd  unreadable  ${odd}/events.ndjson: it does not say how the run began`) });
    child.kill('SIGTERM');
    await done;
  });

  it('refuses unattended where another machine began, unless told', async () => {
    const folder = workspace({ 'r.md': `# R\n\n## A\n\n${fence('echo going; tail -f /dev/null')}\n## B\n\n${fence('echo end')}` });
    const env = cleanEnvironment();
    await ended(folder, env, 'r.md', 'SIGTERM');
    const journal = join(env['XDG_STATE_HOME']!, 'runbook/runs', await idOf(folder, env), 'events.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace(/"host":"[^"]*"/, '"host":"elsewhere-1"'));
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /it ran on elsewhere-1, and this is / });
    await runbook('resume', '--yes', '--force').in(folder).withEnv(env).expect({ status: 0, stdout: /^end$/m });
  });
});

describe('a table without an outcome column', () => {
  const failed = (columns: string): Workspace => workspace({ 'r.md': `# R\n\n## A\n\n${fence('false')}\n## History\n\n| ${columns} |\n|${'---|'.repeat(columns.split('|').length)}\n` });

  it.each([
    ['Date | Operator | Notes', /\| tester \| Failed — step 1 "A: false": exit status 1 \|/],
    ['Date | What | Operator', /\| Failed — step 1 "A: false": exit status 1 \| tester \|/],
  ])('%s says the failure where a person sees it', async (columns, row) => {
    const folder = failed(columns);
    await runbook('run', 'r.md', '--yes').in(folder).expect({ status: 1 });
    expect(rows(folder)[0]).toMatch(row);
  });

  it('with no such place is said', async () => {
    await runbook('run', 'r.md', '--yes').in(failed('Date | Operator')).expect({ status: 1, stderr: /the history row does not say how the run went: no column is for the outcome or for notes: Date, Operator/ });
  });
});

describe('a parameter that an earlier step writes to $RUNBOOK_OUTPUT', () => {
  const CODES = ['{ echo "relid=v42"; echo "notes<<EOF"; echo a; echo EOF; } >> "$RUNBOOK_OUTPUT"', 'echo "rel <relid>" >> trace'];

  it('is no open question unattended', async () => {
    const folder = workspace({ 'r.md': text('R', ...CODES) });
    await runbook('run', 'r.md', '--yes').in(folder).expect({ status: 0, stdout: /relid = v42/ });
    expect(folder.read('trace')).toBe('rel v42\n');
  });

  it('that was not written after all fails the run before the step that needs it; with that step left out it is asked first', async () => {
    const folder = workspace({ 'r.md': text('R', `false && ${CODES[0]} || true`, CODES[1]!) });
    await runbook('run', 'r.md', '--yes').in(folder).expect({ status: 1, stdout: /no value for relid/ });
    await called('run', 'r.md', '--yes', '--skip', 'part-1-1').in(folder).expect({ status: 2, stdout: '', stderr: /parameter relid has no value/ });
    expect(rows(folder)).toEqual([expect.stringMatching(/Failed — no value for relid/)]);
  });
});

/** A disk of so few blocks, and how to give it back; `null` where none may be mounted. */
function smallDisk(): { readonly path: string; readonly free: () => void } | null {
  const path = mkdtempSync(join(tmpdir(), 'runbook-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]).status === 0;
  const free = (): void => {
    if (mounted) spawnSync('umount', [path]);
    rmSync(path, { recursive: true, force: true });
  };
  if (mounted) return { path, free };
  free();
  return null;
}

it('a runbook that is empty at the end, since an editor is just saving it, has its row later', async () => {
  const folder = workspace({ 'r.md': text('R', 'cp r.md saved.md; : > r.md') });
  const env = cleanEnvironment();
  await runbook('run', 'r.md', '--yes').in(folder).withEnv(env).expect({ status: 4, stderr: /the history row is kept, not written: it has no history table/ });
  folder.write('r.md', folder.read('saved.md'));
  await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0 });
  expect(rows(folder)).toHaveLength(1);
});

it.each(['mkfifo r.md', 'mkdir r.md', 'ln -s nowhere r.md'])('a runbook that became something else (%s) holds nothing up', async (becomes) => {
  const folder = workspace({ 'r.md': text('R', `rm r.md; ${becomes}`) });
  const env = cleanEnvironment();
  await runbook('run', 'r.md', '--yes', '--allow-destructive').in(folder).withEnv(env).expect({ status: 4, stderr: /the history row is kept, not written/ });
  expect(kept(env)).toHaveLength(1);
});

it('settings of another program that come through a pipe are left for that program', async () => {
  const folder = workspace({ 'r.md': text('R', 'kubectl get pods'), 'bin/kubectl': '#!/bin/sh\nread -r first < "$KUBECONFIG"; echo "reads $first"\n' });
  spawnSync('sh', ['-c', 'chmod +x bin/kubectl; mkfifo config; (echo apiVersion > config) &'], { cwd: folder.path, stdio: 'ignore' });
  const env = { ...cleanEnvironment(), KUBECONFIG: folder.at('config'), PATH: `${folder.at('bin')}:${process.env['PATH'] ?? ''}` };
  await runbook('run', 'r.md', '--yes').in(folder).withEnv(env).expect({ status: 0, stdout: /reads apiVersion/ });
});

describe('a full disk', () => {
  it('leaves neither a lock nor a temporary file beside the runbook, and the row is kept and said', async ({ skip, onTestFinished }) => {
    const disk = smallDisk();
    if (disk === null) return skip('no tmpfs may be mounted here');
    onTestFinished(disk.free);
    const original = text('R', 'echo ran');
    writeFileSync(join(disk.path, 'r.md'), original);
    const filler = join(disk.path, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k']);
    const env = cleanEnvironment();
    await runbook('run', 'r.md', '--yes').in(disk).withEnv(env).expect({ status: 4, stderr: /no space left on the device[^]*record --pending/ });
    expect(readdirSync(disk.path).sort()).toEqual(['filler', 'r.md']);
    expect(readFileSync(join(disk.path, 'r.md'), 'utf8')).toBe(original);
    expect(kept(env)).toHaveLength(1);
    rmSync(filler);
    await called('record', '--pending').in(disk).withEnv(env).expect({ status: 0 });
    expect(readFileSync(join(disk.path, 'r.md'), 'utf8')).toMatch(/\| 20.*\| tester \| Success/);
    expect(readdirSync(disk.path)).toEqual(['r.md']);
  });

  it('of which a file may take no block does the same', async () => {
    const folder = workspace({ 'r.md': text('R', 'echo ran') });
    const env = cleanEnvironment();
    const before = folder.read('r.md');
    const { status, stderr } = spawnSync('bash', ['-c', `ulimit -f 0; trap '' XFSZ; exec "${process.execPath}" "${CLI}" record r.md --record Outcome=Success`], { cwd: folder.path, env: { ...env, PATH: process.env['PATH'] ?? '' }, encoding: 'utf8' });
    expect([status, stderr]).toEqual([4, expect.stringMatching(/r\.md/)]);
    expect(readdirSync(folder.path)).toEqual(['r.md']);
    expect(folder.read('r.md')).toBe(before);
  });
});
