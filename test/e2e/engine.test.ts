import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { called, cleanEnvironment, outcomeOf, runbook, said, terminal, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

/** A runbook whose sections hold these blocks. */
function blocks(...codes: string[]): string {
  return `# Test\n\n${codes.map((code, i) => `## Part ${i + 1}\n\n\`\`\`bash\n${code}\n\`\`\`\n`).join('\n')}`;
}

function only(...codes: string[]): Workspace {
  return workspace({ 'r.md': blocks(...codes) });
}

interface Event {
  readonly type: string;
  readonly [key: string]: unknown;
}

async function events(folder: Workspace, args: readonly string[] = [], env: Record<string, string> = {}): Promise<{ readonly status: number | string | null; readonly events: readonly Event[]; readonly output: string; readonly stderr: string }> {
  const { status, stdout, stderr } = await runbook('run', 'r.md', '--yes', '--format', 'ndjson', ...args).in(folder).withEnv(env).finish();
  const all = stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Event);
  return { status, events: all, stderr, output: all.filter(({ type }) => type === 'output').map(({ text }) => text).join('') };
}

/** Whether a process is gone; one that nobody has buried yet is. */
function isGone(pid: string): boolean {
  return !existsSync(`/proc/${pid}/stat`) || / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

describe('one shell state across all blocks', () => {
  it('carries directory, variables, arrays, functions, aliases, options and umask', async () => {
    const { status, output } = await events(only('cd /tmp\nX="a b"\nexport Y=2\nlist=(1 "2 3")\ndeclare -A map; map[k]=v\nsay() { echo "said $1"; }\nalias hey="echo hey"\nshopt -s nullglob\numask 027', 'pwd; echo "$X|$Y|${list[1]}|${map[k]}"; say hi; hey you; shopt -q nullglob && echo null; umask; bash -c \'echo "child $Y"\''));
    expect(output).toBe('/tmp\na b|2|2 3|v\nsaid hi\nhey you\nnull\n0027\nchild 2\n');
    expect(status).toBe(0);
  });

  it('stops a block at its first failing command, and the run with it', async () => {
    const { status, output } = await events(only('echo one; false; echo two', 'echo three'));
    expect(output).toBe('one\n');
    expect(status).toBe(1);
  });

  it('lets exit 0 end the block and not the run', async () => {
    const { status, output, events: told } = await events(only('# 1. First\necho a; exit 0\n# 2. Second\necho b', 'echo c'));
    expect(output).toBe('a\nc\n');
    expect(status).toBe(0);
    expect(told.find(({ type }) => type === 'step-skipped')).toMatchObject({ step: 'part-1-1', piece: 1, attempt: 1, reason: 'the block ended itself with exit' });
  });

  it('keeps the state through a kill, an exec and set -u', async () => {
    const folder = workspace({ 'r.md': `# T\n\n## A\n\n\`\`\`bash\nKEPT=yes; set -u\n\`\`\`\n\n## B\n\n\`\`\`bash {exit=137}\nKEPT=no; kill -9 $$\n\`\`\`\n\n## C\n\n\`\`\`bash\nexec true\n\`\`\`\n\n## D\n\n\`\`\`bash\necho "$KEPT \${NOPE-unset}"\n\`\`\`\n` });
    const { output } = await events(folder, ['--skip', 'b-1']);
    expect(output).toBe('yes unset\n');
  });

  it('names the runbook and its line in the shell\'s own messages', async () => {
    const { output, status } = await events(only('echo fine\nnosuchcommand'));
    expect(output).toContain('r.md: line 7: nosuchcommand: command not found');
    expect(status).toBe(1);
  });

  it('keeps a block\'s EXIT trap for the end of the run', async () => {
    const { output } = await events(only('trap "echo cleaned" EXIT; echo first', 'echo second'));
    expect(output).toBe('first\nsecond\ncleaned\n');
  });

  it('gives an unattended block an empty stdin', async () => expect((await events(only('cat; echo end'))).output).toBe('end\n'));

  it('does not wait for a child that keeps the pipe open', async () => {
    const folder = only('sleep 60 & echo $! > pid; echo started');
    const began = performance.now();
    const { status } = await events(folder);
    expect(status).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
    process.kill(Number(folder.read('pid')), 'SIGKILL');
  });
});

describe('a block for another program', () => {
  /** A search path with bash and nothing else. */
  function bare(folder: Workspace): { PATH: string } {
    mkdirSync(folder.at('bin'));
    symlinkSync(execFileSync('bash', ['-c', 'type -P bash'], { encoding: 'utf8' }).trim(), folder.at('bin/bash'));
    return { PATH: folder.at('bin') };
  }
  const fence = (info: string, code: string): string => `## A\n\n\`\`\`${info}\n${code}\n\`\`\`\n`;

  it('of zsh runs in bash where there is no zsh, and a warning says so before the first command', async () => {
    const folder = workspace({ 'r.md': `${fence('bash', 'echo first')}${fence('zsh', 'echo "in ${BASH_VERSION:+bash}"')}` });
    const { status, events: all, output } = await events(folder, [], bare(folder));
    expect({ status, output }).toEqual({ status: 0, output: 'first\nin bash\n' });
    expect(all[1]).toMatchObject({ type: 'note', level: 'warning', text: 'zsh is not installed: a-2-1 will run in bash' });
  });

  it('of zsh says so in the walk too, at the block itself', async () => {
    const folder = workspace({ 'r.md': fence('zsh', 'echo in') });
    const screen = terminal(['run', 'r.md', '--no-tui', '--operator', 'kim'], { cwd: folder.path, env: bare(folder) });
    await screen.waitFor('Enter start');
    screen.type('\r');
    await screen.waitFor('Enter run');
    screen.type('\r');
    await screen.waitFor(/^runbook: zsh is not installed, so this runs in bash\nin$/m);
    expect(await screen.exit()).toBe(0);
  });

  it('of zsh stops at its first failing command, as every block does', async (context) => {
    if (spawnSync('zsh', ['-c', ':']).status !== 0) return context.skip();
    const { status, output } = await events(workspace({ 'r.md': fence('zsh', 'echo "in ${ZSH_VERSION:+zsh}"; false; echo went on') }));
    expect({ status, output }).toEqual({ status: 1, output: 'in zsh\n' });
  });

  it('without bash itself nothing begins, and no row says that something failed', async () => {
    const folder = workspace({ 'r.md': `${fence('bash', 'echo first')}\n## Execution history\n\n| Date | Outcome |\n|---|---|\n` });
    await runbook('run', 'r.md', '--yes').in(folder).withEnv({ ...cleanEnvironment(), PATH: folder.path }).expect({ status: 2, stdout: '', stderr: 'runbook: cannot run r.md: bash is not installed, or not on the PATH\n  install bash: the commands of a runbook run in it\n' });
    expect(folder.read('r.md')).not.toContain('Failed');
  });

  it('that is not installed is an error before the first command', async () => {
    const folder = workspace({ 'r.md': `${fence('bash', 'echo first > ran')}${fence('bash {interpreter="perl9 -w"}', 'print 1')}` });
    await called('run', 'r.md', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: 'runbook: r.md:8:1: step a-2-1 cannot run: it is pinned to perl9, which is not installed\n  install perl9, or leave the step out with --skip\n' });
    expect(existsSync(folder.at('ran'))).toBe(false);
  });
});

describe('time and signals', () => {
  it('ends an endless command after --follow-for, and goes on', async () => {
    const folder = workspace({ 'r.md': '# T\n\n## A\n\n```bash\ntail -f /dev/null\n```\n\n## B\n\n```bash\necho after\n```\n' });
    const { status, output, events: all } = await events(folder, ['--follow-for', '200ms']);
    expect(all.filter(({ type }) => type === 'step-finished').map((event) => event['status'])).toEqual(['stopped', 'passed']);
    expect({ status, output }).toEqual({ status: 0, output: 'after\n' });
  });

  it('ends a step that runs out of time with its whole tree', async () => {
    const folder = only("bash -c 'trap \"\" TERM INT; echo $$ > pid; sleep 1000 & wait; sleep 1000'");
    const { status, events: all } = await events(folder, ['--timeout', '500ms']);
    expect(status).toBe(1);
    expect(all.find(({ type }) => type === 'step-finished')).toMatchObject({ status: 'timed-out' });
    expect(isGone(folder.read('pid').trim())).toBe(true);
  }, 30_000);

  it.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129], ['SIGQUIT', 131], ['SIGUSR2', 140]] as const)('%s ends the step and the run in order, exit %i', async (signal, code) => {
    const table = '\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n';
    const folder = workspace({ 'r.md': `${blocks('echo going; sleep 1000', 'echo never')}${table}` });
    const child = runbook('run', 'r.md', '--yes').in(folder).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /going/);
    child.kill(signal);
    const { status, stdout } = await done;
    expect(status).toBe(code);
    expect(stdout).not.toContain('never');
    expect(folder.read('r.md')).toMatch(/\| Aborted — stopped by SIG/);
  });
});

describe('secrets', () => {
  it('are in nothing that is stored or shown, also across chunks', async () => {
    const secret = 'hunter2-hunter2';
    const environment: Record<string, string> = { ...cleanEnvironment(), API_TOKEN: secret };
    const folder = only('printf hunter2; sleep 0.2; printf -- "-hunter2\\n"; echo "x${API_TOKEN}x" >&2');
    const { stdout, stderr } = await runbook('run', 'r.md', '--yes').in(folder).withEnv(environment).expect({ status: 0 });
    expect(stdout + stderr).not.toContain(secret);
    expect(stdout).toContain('***');
    for (const file of readdirSync(environment['XDG_STATE_HOME']!, { recursive: true, encoding: 'utf8' })) {
      const path = join(environment['XDG_STATE_HOME']!, file);
      if (statSync(path).isFile()) expect(readFileSync(path, 'utf8'), file).not.toContain(secret);
    }
  });
});

describe('the journal', () => {
  it('lets a run that was killed in mid-step be resumed with its shell state, once a person says so', async () => {
    const environment = cleanEnvironment();
    const folder = only('STATE=kept; cd /tmp', 'echo "waiting $STATE"; test -f "$OLDPWD/go" || test -f go || sleep 1000', 'echo "end $STATE $PWD"');
    const child = runbook('run', 'r.md', '--yes').in(folder).withEnv(environment).start();
    await said(child.stdout!, /waiting kept/);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const runs = JSON.parse((await called('runs', '--json').in(folder).withEnv(environment).finish()).stdout) as { id: string; status: string }[];
    expect(runs).toHaveLength(1);
    const group = Number.parseInt(readFileSync(join(environment['XDG_STATE_HOME']!, 'runbook/runs', runs[0]!.id, 'process-group'), 'utf8'), 10);
    await called('resume', '--yes').in(folder).withEnv(environment).expect({ status: 2, stderr: new RegExp(`process group ${group}`) });
    process.kill(-group, 'SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(-group, 0)).toThrow('ESRCH'), 5000);
    await called('resume', '--yes').in(folder).withEnv(environment).expect({ status: 2, stderr: /step part-2-1 .* was interrupted/ });
    folder.write('go', '');
    const screen = terminal(['resume', '--no-tui'], { cwd: folder.path, env: { ...environment, NO_COLOR: '1' } });
    await screen.waitFor('Enter resume');
    screen.type('\r');
    await screen.waitFor(/resumed at step 2 of 3, 1 done/);
    await screen.waitFor(/INTERRUPTED[^]*r run it again.*> ?$/m);
    screen.type('r\r');
    await screen.waitFor(/r run it again[^]*Enter run.*> $/m);
    screen.type('\r');
    await screen.waitFor('waiting kept');
    await screen.waitFor(/\[3\/3\][^]*Enter run.*> ?$/m);
    screen.type('\r');
    await screen.waitFor('end kept /tmp');
    expect(await screen.exit()).toBe(0);
  });

  it('stops before the first step where it cannot be kept', async () => {
    const folder = only('touch ran');
    writeFileSync(folder.at('file'), '');
    await called('run', 'r.md', '--yes').in(folder).withEnv({ XDG_STATE_HOME: folder.at('file') }).expect({ status: 2, stdout: '', stderr: /^runbook: cannot keep a journal in .*\n {2}free space there.*\n$/ });
    expect(existsSync(folder.at('ran'))).toBe(false);
  });

  it('tells a second run of the same runbook who runs it', async () => {
    const environment = cleanEnvironment();
    const folder = only('echo going; sleep 1000');
    const child = runbook('run', 'r.md', '--yes', '--operator', 'first').in(folder).withEnv(environment).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /going/);
    await runbook('run', 'r.md', '--yes').in(folder).withEnv(environment).expect({ status: 2, stderr: /it is being run by first/ });
    child.kill('SIGTERM');
    expect((await done).status).toBe(143);
  });

  it('is a report that can be pasted into an incident review', async () => {
    const environment = cleanEnvironment();
    const folder = only('echo hello\n# Expected: hello');
    await runbook('run', 'r.md', '--yes').in(folder).withEnv(environment).expect({ status: 0 });
    const [run] = JSON.parse((await called('runs', '--json').in(folder).withEnv(environment).finish()).stdout) as { id: string }[];
    const { stdout } = await called('runs', 'report', run!.id).in(folder).withEnv(environment).expect({ status: 0 });
    expect(stdout).toContain('# Run report: Test');
    expect(stdout).toMatch(/^- \*\*Checks:\*\* 1 held$/m);
    expect(stdout).toMatch(/^\| \d\d:\d\d:\d\d \| Part 1: echo hello \| `echo hello` \| passed in \S+ \S+; 1 check held \|$/m);
    expect(stdout).toContain('- held: expected hello');
    expect(stdout).toMatch(/```text\nhello\n```/);
  });
});

describe('checks', () => {
  it('are tried again as often as the step says', async () => {
    const folder = workspace({ 'r.md': '# T\n\n## A\n\n```bash {retry=5 every=10ms}\necho x >> tries; wc -l < tries\n# Expected: 3\n```\n' });
    const { status, events: all } = await events(folder);
    expect(status).toBe(0);
    expect(all.filter(({ type }) => type === 'step-started')).toHaveLength(3);
  });

  it('capture a value for later steps', async () => {
    const folder = workspace({ 'r.md': '# T\n\n## A\n\n```bash {capture="release:/Current: (v\\d+)/"}\necho "Current: v85"\n```\n\n## B\n\n```bash\necho "bad is <release>"\n```\n' });
    const { output, stderr, status } = await events(folder);
    expect({ output, stderr, status }).toEqual({ output: 'Current: v85\nbad is v85\n', stderr: '', status: 0 });
  });
});

it('takes pipefail from the settings of the runbook, also where a link outside of its repository leads to it', async () => {
  const team = workspace({ '.runbook.yaml': 'shell:\n  pipefail: true\n', '.git/HEAD': 'ref: refs/heads/main\n', 'r.md': blocks('false | cat') });
  const links = workspace();
  symlinkSync(team.at('r.md'), links.at('r.md'));
  expect((await events(only('false | cat'))).status).toBe(0);
  for (const folder of [team, links]) expect((await events(folder)).status).toBe(1);
});

it('runs 200 steps', async () => {
  const folder = only(...Array.from({ length: 200 }, (_, i) => `echo ${i}`));
  const { status, output } = await events(folder);
  expect({ status, lines: output.split('\n').length }).toEqual({ status: 0, lines: 201 });
}, 60_000);
