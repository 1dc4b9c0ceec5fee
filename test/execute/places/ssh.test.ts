import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { isAlive } from '../../../src/state/index.ts';
import { sessionOf, type TestSession } from '../helpers.ts';
import { type FarMachine, farMachine, NO_SSHD } from './far-machine.ts';

/** A runbook of named blocks, each with the pins of its fence. */
const book = (blocks: Readonly<Record<string, readonly [pins: string, code: string]>>): string => `# Deploy\n\n## Steps\n\n${Object.entries(blocks).map(([name, [pins, code]]) => `\`\`\`bash {name=${name} ${pins}}\n${code}\n\`\`\`\n`).join('\n')}`;
const WEB1 = 'on=ssh:web1';

/** Runs a block: how it ended, and what it wrote. */
async function run({ session, events }: TestSession, name: string) {
  const result = await session.runPiece(name, 0);
  const wrote = (stream: string): string => events.flatMap((event) => (event.type === 'output' && event.step === name && event.stream === stream ? [event.text] : [])).join('');
  return { ...result, stdout: wrote('stdout'), stderr: wrote('stderr') };
}

describe.skipIf(NO_SSHD !== null)('pieces over ssh', () => {
  let far: FarMachine;
  beforeAll(async () => void (far = await farMachine()));
  afterAll(() => far.close());
  /** A folder that both sides see. */
  const shared = (): string => {
    const folder = mkdtempSync('/tmp/runbook-shared-');
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };

  it('are as pieces here, by one connection', async () => {
    const cmdline = join(shared(), 'cmdline');
    const opened = await sessionOf(
      book({
        streams: [WEB1, 'test -n "${SSH_CONNECTION:-}" && echo out; echo err >&2; exit 3'],
        lines: [WEB1, 'true\nnosuchcommand\necho not reached'],
        sets: [WEB1, 'cd /usr\nV="a b"\nf() { echo "f $V"; }\nalias g="echo alias"\ntrap "echo bye" EXIT'],
        has: [WEB1, 'pwd; f; g; umask'],
        here: ['', 'declare -p V || echo none'],
        stdin: [WEB1, 'cat\nread -r x || echo none'],
        hands: [WEB1, 'echo "id=v7" >> "$RUNBOOK_OUTPUT"; test -f "$RUNBOOK_OUTPUT" && echo "$RUNBOOK_OUTPUT"'],
        takes: [WEB1, 'echo "got <id>"'],
        exits: [WEB1, 'builtin() { echo no; }\nprintf() { echo no; }\nexit 0'],
        python: [`interpreter=python3 ${WEB1}`, 'print("py", 1 + 1)'],
        child: [WEB1, 'sleep 20 & echo started'],
        secret: [WEB1, 'curl_() { cat "/proc/$$/cmdline" "/proc/$PPID/cmdline" | tr "\\0" " " > <file>; }\ncurl_ -H "Authorization: Bearer $API_TOKEN"; echo "is $API_TOKEN"'],
      }),
      { env: { PATH: far.path }, request: { values: { API_TOKEN: 'hunter2-hunter2', file: cmdline } } },
    );
    const { session, state } = opened;
    const before = far.connections();
    expect(await run(opened, 'streams')).toMatchObject({ outcome: 'failed', exitCode: 3, reason: 'exit status 3', stdout: 'out\n', stderr: 'err\n' });
    expect(await run(opened, 'lines')).toMatchObject({ exitCode: 127, stdout: '', stderr: expect.stringContaining('line 11: nosuchcommand') });
    expect(await run(opened, 'sets')).toMatchObject({ outcome: 'passed' });
    expect(await run(opened, 'has')).toMatchObject({ stdout: '/usr\nf a b\nalias\n0022\n' });
    expect(await run(opened, 'here')).toMatchObject({ stdout: 'none\n' });
    expect(await run(opened, 'stdin')).toMatchObject({ stdout: 'none\n' });
    const { stdout } = await run(opened, 'hands');
    expect([stdout.trim() !== '', existsSync(stdout.trim())]).toEqual([true, false]);
    expect(await run(opened, 'takes')).toMatchObject({ stdout: 'got v7\n' });
    expect(await run(opened, 'exits')).toMatchObject({ outcome: 'passed', endsBlock: true });
    expect(await run(opened, 'python')).toMatchObject({ stdout: 'py 2\n' });
    expect(await run(opened, 'child')).toMatchObject({ outcome: 'passed', stdout: 'started\n' });
    expect(await run(opened, 'secret')).toMatchObject({ outcome: 'passed', stdout: 'is ***\n' });
    expect(readFileSync(cmdline, 'utf8')).toMatch(/^(?!.*hunter2)./s);
    expect(spawnSync('grep', ['-rlE', 'hunter2|aHVudGVyMi', state], { encoding: 'utf8' }).stdout).toBe('');
    expect((await session.finish('passed', '')).status).toBe('passed');
    expect(session.events.filter((event) => event.type === 'step-started' && event.step === 'exit-trap')).toMatchObject([{ on: 'ssh:web1', code: 'echo bye' }]);
    expect(far.connections() - before).toBe(1);
  });

  it('where the host does not answer nothing ran; the next host has a state of its own', async () => {
    const opened = await sessionOf(book({ nobody: ['on=ssh:nobody', 'echo ran'], sets: [WEB1, 'f() { :; }'], other: ['on=ssh:web2', 'type f 2>/dev/null || echo none'] }), { env: { PATH: far.path } });
    expect(await run(opened, 'nobody')).toMatchObject({ outcome: 'failed', interrupted: false, stdout: '', reason: expect.stringMatching(/cannot connect to ssh nobody: .*refused; nothing of the step ran there/) });
    await run(opened, 'sets');
    expect(await run(opened, 'other')).toMatchObject({ stdout: 'none\n' });
  });

  it('end with their whole group: when stopped, when the connection is lost, when the watcher is killed', async () => {
    const at = (name: string): string => join(folder, name);
    const folder = shared();
    const opened = await sessionOf(
      book({
        stubborn: [WEB1, `trap "" INT TERM HUP\n(while :; do sleep 0.1; done) &\necho $! > ${at('stubborn')}; wait`],
        lost: [WEB1, `echo $$ $PPID > ${at('lost')}; sleep 100`],
        unwatched: [WEB1, `readlink "$RUNBOOK_OUTPUT"; echo $$ $PPID > ${at('unwatched')}; sleep 100`],
      }),
      { env: { PATH: far.path } },
    );
    /** The process ids that a block writes down. */
    const pids = (name: string): Promise<readonly number[]> => vi.waitFor(() => {
      const text = readFileSync(at(name), 'utf8').trim();
      if (text === '') throw new Error('not yet');
      return text.split(' ').map(Number);
    }, { timeout: 10_000, interval: 20 });
    const gone = (pid: number | undefined): Promise<void> => vi.waitFor(() => expect(isAlive(pid ?? 0)).toBe(false), { timeout: 10_000, interval: 50 });

    const stopped = run(opened, 'stubborn');
    const [child] = await pids('stubborn');
    opened.session.stopPiece();
    expect(await stopped).toMatchObject({ outcome: 'stopped', interrupted: false });
    await gone(child);

    const lost = run(opened, 'lost');
    const [code, watcher] = await pids('lost');
    process.kill(Number(readFileSync(`/proc/${watcher}/stat`, 'utf8').split(' ')[3]), 'SIGKILL');
    expect(await lost).toMatchObject({ outcome: 'stopped', interrupted: true, reason: 'the connection to ssh web1 was lost; unknown how far it got' });
    expect(opened.events.findLast(({ type }) => type === 'step-finished')).toMatchObject({ status: 'stopped', interrupted: true });
    await gone(code);

    const unwatched = run(opened, 'unwatched');
    const [own, killed] = await pids('unwatched');
    process.kill(killed!, 'SIGKILL');
    // What it would have handed over has no name that could be left behind.
    expect(await unwatched).toMatchObject({ outcome: 'stopped', interrupted: true, stdout: expect.stringMatching(/ \(deleted\)$/m) });
    await gone(own);
  });
});
