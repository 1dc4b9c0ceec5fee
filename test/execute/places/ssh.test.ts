import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isThere } from '../../../src/execute/process/index.ts';
import { blocks, runAll, sessionOf } from '../helpers.ts';
import { type FarMachine, farMachine, NO_SSHD } from './far-machine.ts';

/** Blocks that run on a host. */
export const there = (host: string, ...codes: readonly string[]): string => blocks(...codes).replaceAll('```bash\n', `\`\`\`bash {on=ssh:${host}}\n`);

describe.skipIf(NO_SSHD !== null)('pieces over ssh', () => {
  let far: FarMachine;
  beforeAll(async () => void (far = await farMachine()));
  afterAll(() => far.close());
  const run = async (text: string) => {
    const opened = await sessionOf(text, { env: { PATH: far.path } });
    return { ...opened, ...(await runAll(opened)) };
  };

  it('give their status and both streams, and know that they are there', async () => {
    const { results, stdout, stderr } = await run(there('web1', 'test -n "${SSH_CONNECTION:-}" && echo out; echo err >&2; exit 3'));
    expect({ results: results.map(({ outcome, exitCode, reason }) => ({ outcome, exitCode, reason })), stdout, stderr }).toEqual({ results: [{ outcome: 'failed', exitCode: 3, reason: 'exit status 3' }], stdout: 'out\n', stderr: 'err\n' });
  });
  it('share their state as pieces here do, and not with other places', async () => {
    const text = `${there('web1', 'cd /usr\nV="a b"\nf() { echo "f $V"; }\nalias g="echo alias"\ntrap "echo bye" EXIT', 'pwd; f; g; umask')}\n\`\`\`bash {on=ssh:web2}\npwd; type f 2>&1 || true\n\`\`\`\n\n\`\`\`bash\npwd; declare -p V || true\n\`\`\`\n`;
    const { session, home, results, stdout } = await run(text);
    expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(stdout.replace(home, 'HERE').split('\n').filter((line) => !/not found/.test(line))).toEqual(['/usr', 'f a b', 'alias', '0022', process.env['HOME'] ?? '', 'HERE', '']);
    expect((await session.finish('passed', '')).status).toBe('passed');
    expect(session.events.filter((event) => event.type === 'step-started' && event.step === 'exit-trap')).toMatchObject([{ on: 'ssh:web1', code: 'echo bye' }]);
  });
  it('take one connection for each host and run, and leave none', async () => {
    const before = far.connections();
    const { session } = await run(there('web1', 'true', 'true', 'true', 'true'));
    await session.close();
    expect(far.connections() - before).toBe(1);
  });
  it('count from the lines of the runbook, and end where a command fails', async () => {
    const { results, stderr } = await run(there('web1', 'true\nnosuchcommand\necho not reached'));
    expect([results[0]!.exitCode, stderr]).toEqual([127, expect.stringContaining('line 9: nosuchcommand')]);
  });
  it('have no standard input that could eat the code', async () => expect((await run(there('web1', 'cat\nread -r x || echo none'))).stdout).toBe('none\n'));
  it('hand values over by $RUNBOOK_OUTPUT, and leave no file', async () => {
    const { session, stdout } = await run(there('web1', 'echo "id=v7" >> "$RUNBOOK_OUTPUT"; echo "$RUNBOOK_OUTPUT"', 'ID=<id>'));
    expect(session.state.parameters['id']?.value).toBe('v7');
    expect(existsSync(stdout.trim())).toBe(false);
  });
  it('exit ends the block, and functions of our names do not get in the way', async () => expect((await run(there('web1', 'builtin() { echo no; }\nprintf() { echo no; }\nexit 0'))).results).toMatchObject([{ outcome: 'passed', endsBlock: true }]));
  it('run in the program that is pinned', async () => expect((await run(there('web1', 'print("py", 1 + 1)').replace('on=ssh', 'interpreter=python3 on=ssh'))).stdout).toBe('py 2\n'));
  it('where the host does not answer nothing ran', async () => {
    const { results } = await run(there('nobody', 'echo ran'));
    expect(results).toMatchObject([{ outcome: 'failed', interrupted: false, reason: expect.stringMatching(/cannot connect to ssh nobody: .*refused; nothing of the step ran there/) }]);
  });
  it('a child that lives on does not hold the step up', async () => {
    const { results, stdout } = await run(there('web1', 'sleep 20 & echo started'));
    expect([results[0]!.outcome, stdout]).toEqual(['passed', 'started\n']);
  });

  /** Waits until a file of the far side says something. */
  const written = (path: string): Promise<string> => vi.waitFor(() => {
    const text = readFileSync(path, 'utf8').trim();
    if (text === '') throw new Error('not yet');
    return text;
  }, { timeout: 10_000, interval: 20 });
  const lives = (pid: number): boolean => isThere(pid);
  const gone = (pid: number): Promise<void> => vi.waitFor(() => expect(lives(pid)).toBe(false), { timeout: 10_000, interval: 50 });

  it('stopped, the whole group there is ended', async () => {
    const { session, home } = await sessionOf(there('web1', 'sleep 100 & echo $! > <file>; wait'), { env: { PATH: far.path }, request: { values: { file: '/tmp/PLACE' } } });
    const file = join(home, 'pid');
    session.setParameter('file', file, 'set');
    const work = session.runPiece('steps-1', 0);
    const pid = Number(await written(file));
    session.stopPiece();
    expect(await work).toMatchObject({ outcome: 'stopped', interrupted: false });
    await gone(pid);
  });
  it('out of time, what does not heed INT and TERM is killed', async () => {
    const { session, home } = await sessionOf(there('web1', 'trap "" INT TERM HUP\necho $$ > <file>\nwhile :; do sleep 0.1; done'), { env: { PATH: far.path }, timeoutMs: 2500, request: { values: { file: '/tmp/PLACE' } } });
    const file = join(home, 'pid');
    session.setParameter('file', file, 'set');
    const work = session.runPiece('steps-1', 0);
    const pid = Number(await written(file));
    expect(await work).toMatchObject({ outcome: 'timed-out', interrupted: false });
    await gone(pid);
  });
  it('a connection that is lost leaves it interrupted, and the far side ends it', async () => {
    const { session, home, events } = await sessionOf(there('web1', 'echo $PPID $$ > <file>; sleep 100'), { env: { PATH: far.path }, request: { values: { file: '/tmp/PLACE' } } });
    const file = join(home, 'pid');
    session.setParameter('file', file, 'set');
    const work = session.runPiece('steps-1', 0);
    const [watcher, pid] = (await written(file)).split(' ').map(Number);
    process.kill(Number(readFileSync(`/proc/${watcher}/stat`, 'utf8').split(' ')[3]), 'SIGKILL');
    expect(await work).toMatchObject({ outcome: 'stopped', interrupted: true, reason: 'the connection to ssh web1 was lost; unknown how far it got' });
    expect(events.findLast(({ type }) => type === 'step-finished')).toMatchObject({ status: 'stopped', interrupted: true });
    await gone(pid!);
  });
  it('a watcher that is killed leaves it interrupted too', async () => {
    const { session, home } = await sessionOf(there('web1', 'echo $PPID $$ > <file>; sleep 100'), { env: { PATH: far.path }, request: { values: { file: '/tmp/PLACE' } } });
    const file = join(home, 'pid');
    session.setParameter('file', file, 'set');
    const work = session.runPiece('steps-1', 0);
    const [watcher, pid] = (await written(file)).split(' ').map(Number);
    process.kill(watcher!, 'SIGKILL');
    expect(await work).toMatchObject({ outcome: 'stopped', interrupted: true });
    await gone(pid!);
  });
  it('a secret is no argument of any process, here or there', async () => {
    const { session, home, state } = await sessionOf(there('web1', 'curl_() { cat "/proc/$$/cmdline" "/proc/$PPID/cmdline" | tr "\\0" " " > <file>; }\ncurl_ -H "Authorization: Bearer $API_TOKEN"; echo "is $API_TOKEN"'), { env: { PATH: far.path }, request: { values: { API_TOKEN: 'hunter2-hunter2', file: '/tmp/PLACE' } } });
    const file = join(home, 'cmdline');
    session.setParameter('file', file, 'set');
    expect(await session.runPiece('steps-1', 0)).toMatchObject({ outcome: 'passed' });
    expect(session.outputTail('steps-1', 0)).toBe('is ***\n');
    expect(await written(file)).not.toContain('hunter2');
    expect(spawnSync('grep', ['-rlE', 'hunter2|aHVudGVyMi', state], { encoding: 'utf8' }).stdout).toBe('');
  });
});
