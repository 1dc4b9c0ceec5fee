import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cleanEnvironment, runbook, terminal, workspace, type Workspace } from '../e2e/helpers/index.ts';
import { missing, startServer, startWorker, type Server, type Worker } from './server.ts';

const HISTORY = '\n## Execution history\n\n| Date | Operator | Duration | Outcome |\n| --- | --- | --- | --- |\n| 2026-01-01 | ann | 1 min | Success |\n';

function file(...blocks: readonly string[]): string {
  return `# Drill\n\n**Owner:** ops\n\n## Steps\n\n${blocks.map((block, index) => `Do number ${index + 1}:\n\n\`\`\`bash\n${block}\n\`\`\`\n`).join('\n')}${HISTORY}`;
}

const rows = (folder: Workspace, name: string): number => folder.read(name).split('\n').filter((line) => /^\| 20\d\d-/.test(line)).length;

/** A process that has ended may wait a while until somebody takes note of it. */
function isRunning(pid: string): boolean {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function stopped(worker: Worker, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((done) => worker.process.once('exit', done));
  worker.process.kill(signal);
  await gone;
}

async function worker(queue: string, env: Readonly<Record<string, string>>, folder?: Workspace): Promise<Worker> {
  const started = await startWorker(queue, env, folder);
  onTestFinished(() => void started.process.kill('SIGKILL'));
  return started;
}

it('says in one line that the server is away, and runs nothing', async () => {
  const folder = workspace({ 'drill.md': file('touch here') });
  await runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'q', '--yes').in(folder).withEnv({ TEMPORAL_ADDRESS: '127.0.0.1:1' }).expect({ status: 2, stdout: '', stderr: /^runbook: cannot reach Temporal at 127\.0\.0\.1:1, namespace default: .*\n {2}say where it is with TEMPORAL_ADDRESS[^\n]*\n$/ });
  expect(existsSync(folder.at('here'))).toBe(false);
});

it('a place that nobody understands is refused before anybody is asked', async () => {
  const folder = workspace({ 'drill.md': file('touch here').replace('```bash', '```bash {on=ssh:<host>}') });
  await runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'q', '--yes').in(folder).withEnv({ TEMPORAL_ADDRESS: '127.0.0.1:1' }).expect({ status: 2, stdout: '', stderr: /unknown where a step is to run: on=ssh:<host>: expected a name as it is/ });
});

it('asks for the worker by name, with the command that installs it', async () => {
  const folder = workspace();
  await runbook('worker', '--queue', 'q').in(folder).withEnv({ RUNBOOK_TEMPORAL_WORKER: folder.path }).expect({ status: 2, stderr: /needs @temporalio\/worker[^\n]*\n {2}npm install --prefix "[^"]+" @temporalio\/worker@[\d.]+\n$/ });
});

describe.skipIf(missing !== null)(`runs on Temporal${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('runs unattended where the worker stands: one shell, checks, one row here', async () => {
    const { folder: there } = await worker('plain', server.env);
    const here = workspace({ 'drill.md': file('touch made; X=42', 'echo "x is $X"\n# Expected: x is 42') });
    const { stdout } = await runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'plain', '--yes', '--operator', 'mira').in(here).withEnv(server.env).expect({ status: 0, stdout: /x is 42\n {2}held: expected x is 42/ });
    const [, id = ''] = /^run (\S+) /m.exec(stdout) ?? [];
    const report = (...more: readonly string[]): ReturnType<typeof runbook> => runbook('runs', 'report', id, '--engine', 'temporal', ...more).in(here).withEnv(server.env);
    await report().expect({ status: 0, stdout: /^# Run report: Drill\n[^]*\n```text\nx is 42\n```\n\n- held: expected x is 42\n/ });
    await report('--format', 'html', '-o', 'run.html').expect({ status: 0, stdout: /run\.html\n$/ });
    expect(here.read('run.html')).toContain('x is 42');
    expect([existsSync(there.at('made')), existsSync(here.at('made')), rows(here, 'drill.md')]).toEqual([true, false, 2]);
    expect(here.read('drill.md')).toMatch(/\| mira \| <1 min \| Success/);
  });

  it('a killed worker leaves a question that another terminal answers, and nothing running', async () => {
    const first = await worker('killed', server.env);
    const { folder: there } = first;
    const here = workspace({ 'drill.md': file('echo "$$" >> pids; test -e again || sleep 300', 'echo second') });
    const call = ['run', 'drill.md', '--engine', 'temporal', '--queue', 'killed', '--no-tui'];
    const mira = terminal([...call, '--operator', 'mira'], { cwd: here.path, columns: 120, rows: 50, env: server.env });
    await mira.waitFor('Enter start');
    mira.type('\r');
    await mira.waitFor(/Enter run.*> ?$/);
    mira.type('\r');
    while (!existsSync(there.at('pids'))) await wait(50);
    await stopped(first, 'SIGKILL');
    mira.close();
    const [pid = ''] = there.read('pids').split('\n');
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    const second = await worker('killed', server.env, there);
    expect(second.said).toContain('ended what was left running');
    expect(isRunning(pid)).toBe(false);
    there.write('again', '');
    const jon = terminal([...call, '--operator', 'jon'], { cwd: here.path, columns: 120, rows: 50, env: server.env });
    await jon.waitFor('Enter start');
    jon.type('\r');
    await jon.waitFor(/INTERRUPTED[^]*r run it again[^]*> ?$/, 60_000);
    expect(there.read('pids').trim().split('\n')).toHaveLength(1);
    jon.type('r\r');
    await jon.waitFor(/\[1\/2\][^]*Enter run.*> ?$/);
    jon.type('\r');
    await jon.waitFor(/\[2\/2\][^]*Enter run.*> ?$/);
    jon.type('\r');
    await jon.waitFor(/write no row > ?$/);
    jon.type('\r');
    expect(await jon.exit()).toBe(0);
    expect(there.read('pids').trim().split('\n')).toHaveLength(2);
    expect(rows(here, 'drill.md')).toBe(2);
  }, 180_000);

  it('a secret is in the environment of the worker and in no history', async () => {
    const secret = 'hunter2-very-secret';
    await worker('secret', { ...server.env, RUNBOOK_SET_API_TOKEN: secret });
    const here = workspace({ 'drill.md': file('echo "with <api-token>" | sed "s/with/got/"', 'echo done') });
    await runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'secret', '--yes', '--set', `api-token=${secret}`).in(here).withEnv(server.env).expect({ status: 2, stderr: /the secret api-token does not go to an engine/ });
    await runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'secret', '--yes').in(here).withEnv(server.env).expect({ status: 0, stdout: /got \*\*\*/ });
    const kept = server.ask('workflow', 'show', '-w', 'runbook/drill.md');
    const payloads = [...kept.matchAll(/"data": "([^"]+)"/g)].map(([, data = '']) => Buffer.from(data, 'base64').toString());
    expect(kept).toContain('WORKFLOW_EXECUTION_COMPLETED');
    expect(payloads.some((text) => text.includes('got ***'))).toBe(true);
    expect([kept, ...payloads].filter((text) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64')))).toEqual([]);
  });

  it('two operators at once: what one answers the other sees, and an approval is from another login', async () => {
    const { folder: there } = await worker('two', server.env);
    const here = workspace({ 'two.md': file('echo first', 'mkdir -p d; rm -r d; echo gone >> gone'), '.runbook.yaml': 'approve:\n  - effects: [destroys]\n' });
    const call = ['run', 'two.md', '--engine', 'temporal', '--queue', 'two', '--no-tui'];
    const open = async (operator: string): Promise<ReturnType<typeof terminal>> => {
      const screen = terminal([...call, '--operator', operator], { cwd: here.path, columns: 120, rows: 50, env: server.env });
      await screen.waitFor('Enter start');
      screen.type('\r');
      await screen.waitFor(/\[1\/2\][^]*Enter run.*> ?$/);
      return screen;
    };
    const mira = await open('mira');
    const jon = await open('jon');
    jon.type('\r');
    const waiting = /a second person is needed[^]*runbook approve (\S+)[^]*> ?$/;
    const [, id = ''] = waiting.exec(await mira.waitFor(waiting)) ?? [];
    await jon.waitFor(waiting);
    await runbook('approve', id, '--yes', '--operator', 'jon').in(here).withEnv(server.env).expect({ status: 2, stderr: /was not approved: root@\S+ began this run|was not approved: \S+@\S+ began this run/ });
    await runbook('runs', '--engine', 'temporal').in(here).withEnv(server.env).expect({ status: 0, stdout: new RegExp(`${id} +\\S+ \\S+ +running +two\\.md +mira +two`) });
    if (process.getuid?.() !== 0) return;
    await runbook('approve', id, '--yes', '--operator', 'kim').in(workspace()).asUser().withEnv(server.env).expect({ status: 0, stdout: /approved by kim \(nobody@/ });
    await mira.waitFor(/Enter run.*> ?$/);
    mira.type('\r');
    await mira.waitFor('type yes to run it:');
    mira.type('yes\r');
    // One of the two is asked for the row; the other ends, perhaps before that.
    const asked = async (screen: typeof mira): Promise<typeof mira> => screen.waitFor(/write no row > ?$/).then(() => screen);
    const writer = await Promise.any([asked(mira), asked(jon)]);
    const other = writer === mira ? jon : mira;
    writer.type('\r');
    expect(await Promise.all([writer.exit(), other.exit()])).toEqual([0, 0]);
    expect(there.read('gone')).toBe('gone\n');
    expect(here.read('two.md').split('\n').filter((line) => line.includes('approved by kim'))).toHaveLength(1);
    expect(rows(here, 'two.md')).toBe(2);
  }, 120_000);

  it('full screens stay whole when somebody joins, and when the engine goes away and comes back', async () => {
    await worker('screens', server.env);
    const here = workspace({ 'screens.md': file('echo first', 'echo second') });
    const open = async (operator: string): Promise<ReturnType<typeof terminal>> => {
      const screen = terminal(['run', 'screens.md', '--engine', 'temporal', '--queue', 'screens', '--operator', operator], { cwd: here.path, columns: 100, rows: 30, env: server.env });
      await screen.waitFor('Enter start');
      screen.type('\r');
      await screen.waitFor('Enter run');
      return screen;
    };
    await open('mira');
    const jon = await open('jon');
    const told = (text: string): Promise<string> => jon.waitFor(text, 60_000);
    // Keys take the message away.
    const calm = async (): Promise<void> => {
      jon.type('g');
      await jon.waitFor((screen) => !screen.includes('the run') && !screen.includes('the engine'));
    };
    const isWhole = (screen: string): void => expect(screen).toMatch(/^ Drill .*\n[^]*\n╭─+╮\n(?:│.*│\n)+╰─+╯\n .*Enter run  .*$/);
    isWhole(await told('joined the run'));
    await calm();
    server.kill();
    isWhole(await told('the engine does not answer now'));
    await calm();
    await server.start();
    isWhole(await told('the engine answers again'));
  }, 120_000);

  it('a server that is killed in the midst of a piece is waited for: each piece once, one row', async () => {
    const { folder: there } = await worker('server', server.env);
    const here = workspace({ 'drill.md': file('echo one >> ran; sleep 2', 'echo two >> ran', 'echo three >> ran') });
    const run = runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'server', '--yes', '--operator', 'mira').in(here).withEnv(server.env).finish();
    while (!existsSync(there.at('ran'))) await wait(50);
    server.kill();
    await server.start();
    const { status, stderr } = await run;
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(there.read('ran')).toBe('one\ntwo\nthree\n');
    expect(rows(here, 'drill.md')).toBe(2);
  }, 180_000);

  it('a client that is killed leaves the run to the next: nothing runs twice, one row', async () => {
    const { folder: there } = await worker('client', server.env);
    const here = workspace({ 'drill.md': file('echo one >> ran; sleep 2', 'echo two >> ran') });
    const call = (): ReturnType<typeof runbook> => runbook('run', 'drill.md', '--engine', 'temporal', '--queue', 'client', '--yes', '--operator', 'mira').in(here).withEnv(server.env);
    const first = call().start();
    while (!existsSync(there.at('ran'))) await wait(50);
    first.kill('SIGKILL');
    await call().expect({ status: 0, stderr: /joined the run \S+ that mira/ });
    expect(there.read('ran')).toBe('one\ntwo\n');
    expect(rows(here, 'drill.md')).toBe(2);
  }, 120_000);

  it('npm run temporal rolls the simulated cloud back', async () => {
    const { status, stdout } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'fixtures/temporal-demo.ts'], { env: { ...cleanEnvironment(), ...server.env }, encoding: 'utf8', timeout: 60_000 });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/heroku rollback[^]*Done|Success/) });
  }, 70_000);
});
