import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { called, CLI, cleanEnvironment, outcomeOf, runbook, said, terminal, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

const TABLE = '\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n';

/** A runbook whose sections hold these blocks, each with its fence's pins, and a history table. */
function steps(...blocks: readonly (string | readonly [pins: string, code: string])[]): Workspace {
  const fences = blocks.map((block, index) => {
    const [pins, code] = typeof block === 'string' ? ['', block] : block;
    return `## Part ${index + 1}\n\n\`\`\`bash ${pins}\n${code}\n\`\`\`\n`;
  });
  return workspace({ 'r.md': `# Test\n\n${fences.join('\n')}${TABLE}` });
}

/** Whether a process is gone; one that nobody has buried yet is. */
const isGone = (pid: string): boolean => !existsSync(`/proc/${pid}/stat`) || / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
const row = (folder: Workspace): string => folder.read('r.md').trimEnd().split('\n').at(-1) ?? '';
const yes = (...args: readonly string[]): ReturnType<typeof runbook> => runbook('run', 'r.md', '--yes', '--allow-destructive', ...args);

it('a run needs few open files', async () => {
  const folder = steps('X=1', 'test "$X" = 1');
  execFileSync('bash', ['-c', `ulimit -n 60; exec ${process.execPath} ${CLI} run r.md --yes`], { cwd: folder.path, env: cleanEnvironment() });
  expect(row(folder)).toContain('Success');
});

describe('a block that', () => {
  it('kills its own shell fails, and says how it ended', async () => {
    const folder = steps('X=1', 'kill -9 $$', 'touch never');
    await yes().in(folder).expect({ status: 1, stdout: /failed in/ });
    expect(row(folder)).toContain('Failed — step 2 "Part 2: kill": ended by SIGKILL');
    expect(existsSync(folder.at('never'))).toBe(false);
  });

  it('closes its output keeps what it set', async () => {
    await yes().in(steps('X=5; exec >&- 2>&-', 'echo "X=$X"')).expect({ status: 0, stdout: /^X=5$/m });
  });

  it('leaves a child that never stops writing does not hold the run', async () => {
    const folder = steps('(while :; do echo tick; sleep 0.01; done) &\necho $! > pid', 'echo next; kill $(cat pid)');
    await yes().in(folder).expect({ status: 0, stdout: /^next$/m });
  });

  it('ignores what asks it to end is killed with all that it started', async () => {
    const folder = steps("trap '' INT TERM HUP; (trap '' INT TERM HUP; echo $BASHPID > child; while :; do sleep 1; done) & while :; do sleep 1; done");
    await yes('--timeout', '300ms').in(folder).expect({ status: 1, stdout: /timed out/ });
    const stat = join('/proc', folder.read('child').trim(), 'stat');
    expect(existsSync(stat) && !readFileSync(stat, 'utf8').includes(' Z ')).toBe(false);
    expect(row(folder)).toContain('ran out of time');
  });

  it.each(['text', 'ndjson'])('prints 200 MB on one line costs bounded memory, as %s', (format) => {
    const folder = steps("head -c 200000000 /dev/zero | tr '\\0' x");
    const peak = 'data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync("peak",String(process.resourceUsage().maxRSS)))';
    execFileSync('bash', ['-c', `exec ${process.execPath} --import '${peak}' ${CLI} run r.md --yes --format ${format} > out`], { cwd: folder.path, env: { ...cleanEnvironment(), NODE_OPTIONS: '--max-old-space-size=100' } });
    expect(row(folder)).toContain('Success');
    expect(statSync(folder.at('out')).size).toBeGreaterThan(200_000_000);
    expect(Number(folder.read('peak')) / 1024).toBeLessThan(250);
  });

  it('writes bytes that are no text is shown as text, and kept as it wrote', async () => {
    const folder = steps("printf '\\377\\376x\\n'");
    const env = cleanEnvironment();
    const out = execFileSync(process.execPath, [CLI, 'run', 'r.md', '--yes'], { cwd: folder.path, env });
    expect(out.toString()).toContain('\u{fffd}\u{fffd}x\n');
    const [log = ''] = readdirSync(env['XDG_STATE_HOME'] ?? '', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
    expect(readFileSync(join(env['XDG_STATE_HOME'] ?? '', log))).toEqual(Buffer.from([255, 254, 120, 10]));
  });
});

describe('a status that a pin allows', () => {
  it('passes, and the next piece of its block runs', async () => {
    await yes().in(steps(['{exit=0,1}', '# 1. Count\ngrep -c nothing /dev/null\n# 2. Go on\necho second'])).expect({ status: 0, stdout: /^second$/m });
  });
});

describe('time', () => {
  it('of a step is shared by its pieces', async () => {
    const { stdout } = await yes().in(steps(['{timeout=900ms}', '# 1. First\nsleep 0.6\n# 2. Second\nsleep 0.6'])).expect({ status: 1 });
    expect(stdout).toMatch(/First[^]*passed[^]*Second[^]*timed out/);
  });
});

describe('a background step', () => {
  it('goes on while the next ones run, and ends with the run', async () => {
    const folder = steps(['{background=true}', 'echo $$ > pid; touch up; while :; do sleep 1; done'], 'until test -e up; do :; done; kill -0 $(cat pid) && echo alive');
    const { stdout } = await yes().in(folder).expect({ status: 0, stdout: /^alive$/m });
    expect(stdout).toMatch(/in the background, Part 1: touch up: stopped/);
    expect(existsSync(join('/proc', folder.read('pid').trim()))).toBe(false);
  });

  it('that ends by itself with a failure fails the run', async () => {
    const folder = steps(['{background=true}', 'exit 7'], 'sleep 0.5', 'touch never');
    await yes().in(folder).expect({ status: 1 });
    expect(row(folder)).toContain('ended with exit status 7');
    expect(existsSync(folder.at('never'))).toBe(false);
  });
});

describe('the file under the run', () => {
  it('may be edited: the row goes into what is there now', async () => {
    const folder = steps("printf '\\nMore text.\\n' >> r.md");
    await yes().in(folder).expect({ status: 0 });
    expect(folder.read('r.md')).toMatch(/\| Success \|\n\nMore text\.\n$/);
  });

  it('may be gone: the row is kept, exit 4', async () => {
    const folder = steps('mv r.md moved.md');
    const env = cleanEnvironment();
    await yes().in(folder).withEnv(env).expect({ status: 4, stderr: /the history row is kept, not written: the file is gone/ });
    folder.write('r.md', folder.read('moved.md'));
    await called('record', '--pending').in(folder).withEnv(env).expect({ status: 0 });
    expect(row(folder)).toContain('Success');
  });
});

describe('a journal that cannot grow', () => {
  it('stops the run before the next step, says so, and the row still tells why', async () => {
    const folder = steps("head -c 3000000 /dev/zero | tr '\\0' x", 'touch never');
    const script = `ulimit -f 1000; exec ${process.execPath} ${CLI} run r.md --yes > /dev/null`;
    const run = (): string => execFileSync('bash', ['-c', script], { cwd: folder.path, env: cleanEnvironment(), encoding: 'utf8', stdio: 'pipe' });
    expect(run).toThrow(/the journal cannot be written/);
    expect(existsSync(folder.at('never'))).toBe(false);
    expect(row(folder)).toMatch(/Aborted — .*EFBIG/);
  });

  // Files of 3 KB at most: the journal begins, and the files of a step do not fit.
  it.each([['here', ''], ['in the background', '{background=true}']])('stops the run also before a step %s whose own files have no room, and the run can be resumed', async (_, pins) => {
    const folder = steps([pins, 'echo ran >> trace'], 'echo next >> trace');
    const env = cleanEnvironment();
    const run = (): string => execFileSync('bash', ['-c', `ulimit -f 3; exec ${process.execPath} ${CLI} run r.md --yes > /dev/null`], { cwd: folder.path, env, encoding: 'utf8', stdio: 'pipe' });
    expect(run).toThrow(/the journal cannot be written: cannot write .*EFBIG[^]*runbook resume \S+` goes on/);
    expect(existsSync(folder.at('trace'))).toBe(false);
    expect(row(folder)).toMatch(/Aborted — .*EFBIG/);
    await runbook('resume', '--yes', (JSON.parse((await called('runs', '--json').in(folder).withEnv(env).finish()).stdout) as { id: string }[])[0]!.id).in(folder).withEnv(env).expect({ status: 0 });
    expect(folder.read('trace')).toBe('ran\nnext\n');
  });
});

describe('a state folder that cannot be written', () => {
  it.each([['it is read-only', 0o500], ['it cannot be entered', 0o000]])('stops an ordinary user before the first step: %s', async (_, mode) => {
    const folder = steps('touch ran');
    const env = cleanEnvironment();
    mkdirSync(join(env['XDG_STATE_HOME']!, 'runbook'), { recursive: true });
    chmodSync(join(env['XDG_STATE_HOME']!, 'runbook'), mode);
    await yes().asUser().in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /^runbook: cannot keep a journal in \S+: EACCES[^\n]*\n {2}free space there, or name another folder with XDG_STATE_HOME; nothing was run\n$/ });
    expect(existsSync(folder.at('ran'))).toBe(false);
  });
});

describe('what runs in node beneath the program', () => {
  /** A module that node loads first. */
  const preload = (code: string): readonly string[] => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

  it('may have a clock that jumps back with each look: durations, row and resume stay sane', async () => {
    const jumps = 'const Real = Date; let at = Real.now(); const look = () => (at -= 3600000); globalThis.Date = class extends Real { constructor(...a) { if (a.length === 0) super(look()); else super(...a); } static now() { return look(); } };';
    const folder = workspace({ 'r.md': `# Test\n\n## A\n\n\`\`\`bash {retry=1 every=1ms}\necho one; test -e again || { touch again; false; }\n\`\`\`\n\n## B\n\n\`\`\`bash\necho going; tail -f /dev/null\n\`\`\`\n\n## C\n\n\`\`\`bash\necho end\n\`\`\`\n\n## History\n\n| Date | Minutes | Outcome |\n|---|---|---|\n` });
    const env = cleanEnvironment();
    const child = yes('--timeout', '5m').in(folder).withEnv(env).withNode(...preload(jumps)).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /^going$/m);
    child.kill('SIGTERM');
    expect((await done).status).toBe(143);
    const { stdout } = await runbook('resume', '--yes', '--format', 'ndjson').in(folder).withEnv(env).withNode(...preload(jumps)).expect({ status: 0 });
    const durations = [...stdout.matchAll(/"durationMs":(-?\d+)/g)].map(([, ms]) => Number(ms));
    expect(durations.length).toBeGreaterThan(1);
    for (const duration of durations) expect(duration >= 0 && duration < 60_000, String(duration)).toBe(true);
    expect(row(folder)).toMatch(/\| <1 \| Success/);
  });

  it('makes what a step did survive a power cut before the next begins', async () => {
    const told = 'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; const real = fs.fsyncSync; fs.fsyncSync = (fd) => { real(fd); fs.writeSync(1, `{"type":"fsync"}\\n`); }; syncBuiltinESMExports();';
    const { stdout } = await yes('--no-history', '--format', 'ndjson').in(steps('true', 'true')).withNode(...preload(told)).expect({ status: 0 });
    const types = stdout.trim().split('\n').map((line) => (JSON.parse(line) as { type: string }).type).join(' ').replace(/(fsync )+/g, 'fsync ');
    expect(types).toMatch(/^(fsync )?run-started (fsync )?step-started step-finished fsync step-started step-finished fsync run-finished fsync$/);
  });
});

describe('signals', () => {
  it('a second Ctrl-C does not lose the row', async () => {
    const folder = steps("trap '' INT; echo going; while :; do sleep 0.2; done");
    const child = yes().in(folder).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /^going$/m);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect((await done).status).toBe(130);
    expect(row(folder)).toContain('Aborted — stopped by SIGINT');
  });

  it('in the pause before the next attempt ends the run at once', async () => {
    const folder = steps(['{retry=3 every=10m}', 'echo going; false']);
    const child = yes().in(folder).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /failed, exit status 1/);
    child.kill('SIGINT');
    expect((await done).status).toBe(130);
    expect(row(folder)).toContain('Aborted — stopped by SIGINT');
  }, 10_000);

  it('a run that a signal ended can be resumed with its shell', async () => {
    const folder = steps('X=kept; cd /usr', 'echo going; tail -f /dev/null', 'echo "X=$X $PWD"');
    const env = cleanEnvironment();
    const child = yes().in(folder).withEnv(env).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /^going$/m);
    child.kill('SIGTERM');
    expect((await done).status).toBe(143);
    await runbook('resume', '--yes').in(folder).withEnv(env).expect({ status: 0, stdout: /^X=kept \/usr$/m });
  });

  it('the walk whose terminal asks it to end at a question writes its row', async () => {
    const folder = steps('echo first', 'echo second');
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path });
    await screen.waitFor('Enter start');
    screen.type('\r');
    await screen.waitFor('Enter run');
    screen.type('\r');
    await screen.waitFor(/\[2\/2\][^]*Enter run/);
    screen.kill('SIGHUP');
    expect(await screen.exit()).toBe(129);
    expect(row(folder)).toContain('Aborted — stopped by SIGHUP');
  });
});

describe('a window that is closed', () => {
  it.each([['full-screen', []], ['plain', ['--no-tui']]])('in mid-step of the %s walk ends the step, and the row is written', async (_, args) => {
    const folder = steps('echo $$ > pid; echo going; sleep 1000');
    const screen = terminal(['run', 'r.md', ...args], { cwd: folder.path });
    await screen.waitFor(/Enter start/);
    screen.type('\r');
    await screen.waitFor(/Enter run/);
    screen.type('\r');
    await screen.waitFor(/^.*going$/m);
    screen.close();
    await vi.waitFor(() => expect(row(folder)).toContain('Aborted — stopped by SIGHUP'), 10_000);
    expect(isGone(folder.read('pid').trim())).toBe(true);
    await vi.waitFor(() => expect(isGone(String(screen.pid))).toBe(true), 10_000);
  });
});

describe('an interactive step', () => {
  it('unattended is an error before the first step, unless pinned otherwise', async () => {
    const folder = steps('touch ran', 'ssh -V 2>/dev/null; psql --version; read -p "name? " x || true');
    await yes().in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: r\.md:\d+:1: step part-2-1 needs a terminal: it has "[^"]+"\n {2}.*interactive=false\n$/ });
    expect(existsSync(folder.at('ran'))).toBe(false);
    await yes().in(steps(['{interactive=false}', 'read -p "name? " x || echo nobody'])).expect({ status: 0, stdout: /^nobody$/m });
  });


  it('gets Ctrl-C itself: the walk goes on and asks', async () => {
    const folder = steps('read -p "your name? " name', 'echo after');
    const screen = terminal(['run', 'r.md', '--no-tui', '--no-history'], { cwd: folder.path });
    await screen.waitFor('Enter start');
    screen.type('\r');
    await screen.waitFor('Enter run');
    screen.type('\r');
    await screen.waitFor(/^your name\?/m);
    screen.type('\x03');
    await screen.waitFor(/a accept anyway/);
    screen.type('s\r');
    await screen.waitFor('reason:');
    screen.type('not needed\r');
    await screen.waitFor(/\[2\/2\][^]*Enter run/);
    screen.type('\r');
    await screen.waitFor(/^after$/m);
    expect(await screen.exit()).toBe(0);
  });
});

describe('a secret', () => {
  it('is not stored for resume, which asks for it', async () => {
    const folder = workspace({ 'r.md': `# T\n\n## A\n\n\`\`\`bash\necho going; tail -f /dev/null\n\`\`\`\n\n## B\n\n\`\`\`bash\nprintf '%s' '<api-token>' > got\n\`\`\`\n` });
    const env = cleanEnvironment();
    const child = yes('--set', 'api-token=s3cr3t-value').in(folder).withEnv(env).start();
    const done = outcomeOf(child);
    await said(child.stdout!, /^going$/m);
    child.kill('SIGTERM');
    await done;
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: /parameter api-token has no value/ });
    await runbook('resume', '--yes', '--set', 'api-token=s3cr3t-value').in(folder).withEnv(env).expect({ status: 0 });
    expect(folder.read('got')).toBe('s3cr3t-value');
  });
});
