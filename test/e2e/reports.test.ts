import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunEvent } from '../../src/events/index.ts';
import { Journal } from '../../src/state/index.ts';
import { ABORTED, at, FAILED, type At, RESUMED } from '../print/report/told-runs.ts';
import { agent } from './mcp-client.ts';
import { repository } from './mcp-repository.ts';
import { called, cleanEnvironment, outcomeOf, runbook, said, terminal, workspace } from './helpers/index.ts';

/** A state folder with these runs in it. */
function storedRuns(runs: Readonly<Record<string, readonly At[]>>): Record<string, string> {
  const env = cleanEnvironment();
  for (const [id, told] of Object.entries(runs)) {
    const journal = new Journal(join(env['XDG_STATE_HOME'] ?? '', 'runbook/runs', id));
    for (const event of at(id, told) as readonly RunEvent[]) journal.append(event);
    journal.close();
  }
  return env;
}

const FAIL = '20261123-030400001-fail';

test('a report goes to a file that only its owner reads, in each form, or to standard output', async () => {
  const env = storedRuns({ [FAIL]: FAILED });
  const folder = workspace();
  for (const [format, begin] of [['html', '<!doctype html>'], ['markdown', '# Run report: Drain a queue'], ['json', '{\n']] as const) {
    await called('runs', 'report', 'fail', '--format', format, '-o', 'out').in(folder).withEnv(env).expect({ status: 0, stdout: `${folder.at('out')}\n`, stderr: '' });
    expect(folder.read('out').startsWith(begin)).toBe(true);
    expect(statSync(folder.at('out')).mode & 0o777).toBe(0o600);
    const { stdout } = await called('runs', 'report', 'fail', '--format', format).in(folder).withEnv(env).finish();
    expect(stdout).toBe(readFileSync(folder.at('out'), 'utf8'));
  }
  const report = JSON.parse(folder.read('out')) as { readonly steps: readonly { readonly title: string; readonly standing: string }[] };
  expect(report).toMatchObject({ id: FAIL, status: 'failed', outcome: 'Failed with 1 accepted failure', notReached: [{ step: 'tell-them', title: 'tell-them', number: '6' }], overBudget: false, approvals: [{ who: 'kim', word: 'orders-eu-prod' }, { who: 'ana', by: 'approver' }, { who: 'kim' }] });
  expect(report.steps.map(({ standing }) => standing)).toEqual(['done by hand', 'passed', 'passed', 'accepted', 'failed']);
  await called('runs', 'report', 'fail', '-o', 'no/such/out').in(folder).withEnv(env).expect({ status: 2, stderr: /cannot write .*no\/such\/out: .*\n {2}give another file with -o/ });
});

test('runs are listed with when, how and how long, whole on a narrow screen; one is summed up', async () => {
  const env = storedRuns({ [FAIL]: FAILED, '20261123-030400002-abrt': ABORTED, '20261123-030400003-resu': RESUMED });
  const { stdout } = await called('runs').withEnv(env).expect({ status: 0 });
  expect(stdout.split('\n').slice(0, 4).map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    'RUN | STARTED (UTC) | OUTCOME | TOOK | TARGET | OPERATOR | RUNBOOK',
    '20261123-030400003-resu | 2026-11-23 03:04 | passed with 1 check unverified | 5 min 43 s | orders-eu-prod | kim | Drain a queue that has backed up',
    '20261123-030400002-abrt | 2026-11-23 03:04 | aborted with 1 step skipped | 3 min 32 s | orders-eu-prod | kim | Drain a queue that has backed up',
    `${FAIL} | 2026-11-23 03:04 | failed with 1 accepted failure | 7 min 10 s | orders-eu-prod | kim | Drain a queue that has backed up`,
  ]);
  const screen = terminal(['runs'], { env, columns: 50, rows: 20 });
  expect(await screen.exit()).toBe(0);
  // Where the table does not fit, a run is some lines; below them, that the shell of the aborted run is gone.
  const shown = screen.scrollback().split('\n').filter((line) => line !== '');
  expect(shown.slice(0, 4)).toEqual(['20261123-030400003-resu', '  Drain a queue that has backed up', '  passed with 1 check unverified · 5 min 43 s', '  orders-eu-prod · kim · 2026-11-23 03:04 UTC']);
  expect(shown.filter((line) => /^\S/.test(line)).map((line) => line.slice(0, 24))).toEqual(['20261123-030400003-resu', '20261123-030400002-abrt', FAIL, '20261123-030400002-abrt:']);
  await called('runs', 'show', 'fail').withEnv(env).expect({ status: 0, stdout: /^Drain a queue that has backed up\nFailed with 1 accepted failure · run \S+\nIt failed: step 5 "The queue goes down": expected below 1000\. It saw "48302"\. It was tried 2 times\.\n/ });
  const one = terminal(['runs', 'show', 'fail'], { env, columns: 50, rows: 60 });
  expect(await one.exit()).toBe(0);
  expect(one.scrollback()).toMatch(/^It failed: step 5 "The queue goes down": expected\n {2}below 1000\. It saw "48302"\. It was tried 2\n {2}times\.$/m);
});

test('a run that another process drives is watched to its end, and ends the watching as it ended', async () => {
  const env = cleanEnvironment();
  const folder = workspace({ 'r.md': '# Watched\n\n## A\n\n```bash\necho first; until [ -e go ]; do sleep 0.05; done; echo second; false\n```\n' });
  const run = runbook('run', 'r.md', '--yes').in(folder).withEnv(env).start();
  const ran = outcomeOf(run);
  await said(run.stdout!, /first\n/);
  const [{ id }] = JSON.parse((await called('runs', '--json').withEnv(env).finish()).stdout) as [{ id: string }];
  const watching = runbook('runs', 'watch', id).withEnv(env).start();
  const watched = outcomeOf(watching);
  await said(watching.stdout!, /first\n/);
  folder.write('go', '');
  expect(await ran).toMatchObject({ status: 1 });
  const { status, stdout } = await watched;
  expect(status).toBe(1);
  expect(stdout).toMatch(/Running Watched[^]*\nfirst\nsecond\n {2}failed, exit status 1[^]*\nFailed: /);
});

test('a run that nobody drives is told, with how to go on', async () => {
  const env = storedRuns({ [FAIL]: FAILED.slice(0, 6) });
  await called('runs', 'watch', 'fail').withEnv(env).expect({ status: 3, stdout: /nobody drives it now; resume with: runbook resume 20261123-030400001-fail\n$/ });
});

const MESSAGE = '# Told\n\n## Steps\n\n```bash\nenv | grep -c WEBHOOK || echo none of them\n```\n\n## Communication\n\n> [operator] is at it.\n';

/** A webhook; `null` never answers. */
async function webhook(status: number | null): Promise<{ readonly url: string; readonly got: readonly string[] }> {
  const got: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push((JSON.parse(body) as { text: string }).text);
      if (status !== null) response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hush-hush`, got };
}

test('a step that prints the operator\'s settings does not put the address of a webhook into the journal', async () => {
  const { url } = await webhook(200);
  const env = cleanEnvironment();
  mkdirSync(join(env['HOME'] ?? '', '.config/runbook'), { recursive: true });
  writeFileSync(join(env['HOME'] ?? '', '.config/runbook/config.yaml'), `webhooks: { ops: '${url}' }\n`);
  const folder = workspace({ 'r.md': '# Prints\n\n## Steps\n\n```bash\nyes "$(cat ~/.config/runbook/config.yaml)" | head -n 10000\n```\n' });
  const { stdout } = await runbook('run', 'r.md', '--yes', '--operator', 'kim').in(folder).withEnv(env).expect({ status: 0, stdout: /webhooks: \{ ops: '\*\*\*' \}/ });
  const run = /run (\S+)/.exec(stdout)?.[1] ?? '';
  expect(readFileSync(join(env['XDG_STATE_HOME'] ?? '', 'runbook/runs', run, 'events.ndjson'), 'utf8')).not.toContain('hush-hush');
  // The page has all of such an output.
  const { stdout: page } = await called('runs', 'report', run, '--format', 'html').withEnv(env).expect({ status: 0 });
  expect(page).not.toContain('hush-hush');
  expect(page.split('***')).toHaveLength(10_001);
});

test('in the walk t shows the messages whole and sends one; its address is nowhere, and no step sees it', async () => {
  const { url, got } = await webhook(200);
  const env: Record<string, string> = { ...cleanEnvironment(), RUNBOOK_WEBHOOK_OPS: url };
  const folder = workspace({ 'r.md': MESSAGE });
  const screen = terminal(['run', 'r.md', '--no-tui', '--operator', 'kim'], { cwd: folder.path, env });
  await screen.waitFor('Enter start');
  screen.type('\r');
  await screen.waitFor(/grep -c WEBHOOK[^]*quit > ?$/);
  screen.type('t\r');
  await screen.waitFor(/kim is at it\.[^]*send which\?/);
  screen.type('1\r');
  // The answer may come before the question that follows, or after it.
  await screen.waitFor(/sending to ops(?=[^]*message to ops sent)[^]*quit > /);
  screen.type('\r');
  expect(await screen.exit()).toBe(0);
  expect(screen.scrollback()).toContain('none of them');
  expect(got).toEqual(['kim is at it.']);
  const shown = (await called('runs', '--json').withEnv(env).finish()).stdout;
  const [{ id }] = JSON.parse(shown) as [{ id: string }];
  const { stdout } = await called('runs', 'report', id).withEnv(env).expect({ status: 0, stdout: /\| Message to ops \| {2}\| sent: kim is at it\. \|/ });
  const journal = readFileSync(join(env['XDG_STATE_HOME'] ?? '', 'runbook/runs', id, 'events.ndjson'), 'utf8');
  expect(`${journal}${stdout}${screen.scrollback()}`).not.toContain('hush-hush');
});

test('on the full screen t shows the messages, s sends the one that was seen whole, and the same is not sent twice', async () => {
  const { url, got } = await webhook(200);
  const env: Record<string, string> = { ...cleanEnvironment(), RUNBOOK_WEBHOOK_OPS: url };
  const folder = workspace({ 'r.md': MESSAGE });
  const screen = terminal(['run', 'r.md', '--operator', 'kim'], { cwd: folder.path, env });
  await screen.waitFor('Enter start');
  screen.type('\r');
  await screen.waitFor('Enter run');
  screen.type('t');
  await screen.waitFor(/kim is at it\.[^]*s send/);
  screen.type('s');
  await screen.waitFor('message to ops sent');
  screen.type('s');
  await screen.waitFor('sent to ops before: not sent again');
  screen.type('q');
  await screen.waitFor('Enter run');
  screen.type('\u0003');
  expect(await screen.exit()).toBe(130);
  expect(got).toEqual(['kim is at it.']);
});

test('lines go out for what is wanted; a webhook that never answers holds up nothing', async () => {
  const [quick, slow] = [await webhook(200), await webhook(null)];
  const env = cleanEnvironment();
  mkdirSync(join(env['HOME'] ?? '', '.config/runbook'), { recursive: true });
  writeFileSync(join(env['HOME'] ?? '', '.config/runbook/config.yaml'), `webhooks: { quick: '${quick.url}', slow: '${slow.url}' }\nnotify: [started, finished]\n`);
  const folder = workspace({ 'r.md': MESSAGE });
  const { stdout } = await runbook('run', 'r.md', '--yes', '--operator', 'kim').in(folder).withEnv(env).expect({ status: 0, stdout: /message to slow not sent: no answer when the run ended/ });
  expect(stdout.indexOf('none of them')).toBeLessThan(stdout.indexOf('message to slow'));
  expect(quick.got).toEqual([expect.stringMatching(/^Started: Told, by kim \(run \S+\)$/), expect.stringMatching(/^Done: Told, by kim\. Report: \S+report\.html$/)]);
  const page = /Report: (\S+)/.exec(quick.got[1] ?? '')?.[1] ?? '';
  expect(readFileSync(page, 'utf8')).toContain('not sent: no answer when the run ended');
});

test('an agent\'s run sends its lines as well, and is held up by no webhook', async () => {
  const [quick, slow] = [await webhook(200), await webhook(null)];
  const env = cleanEnvironment();
  mkdirSync(join(env['HOME'] ?? '', '.config/runbook'), { recursive: true });
  writeFileSync(join(env['HOME'] ?? '', '.config/runbook/config.yaml'), `webhooks: { quick: '${quick.url}', slow: '${slow.url}' }\nnotify: [started]\n`);
  const folder = repository({ 'r.md': '# Told\n\n## Steps\n\n```bash\necho first\n```\n\n```bash\necho more\n```\n' });
  const bot = await agent({ cwd: folder.path, env, name: 'drill-bot' });
  const first = await bot.call('start_run', { path: 'r.md' });
  const began = performance.now();
  const { data } = await bot.call('reply', { run: first.data['run'], reply: { to: first.data.prompt?.['id'], kind: 'run' } });
  // No answer is given up before 10 s.
  expect(performance.now() - began).toBeLessThan(8000);
  expect(data).toMatchObject({ status: 'asks-you', output: { tail: 'first\n' }, prompt: { code: 'echo more' } });
  expect(quick.got).toEqual([expect.stringMatching(/^Started: Told, by drill-bot \(agent\) \(run \S+\)$/)]);
});
