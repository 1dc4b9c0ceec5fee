import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { cleanEnvironment, runbook, workspace } from '../e2e/helpers/index.ts';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { Operator, type Answers } from '../torture/operator.ts';
import { missing, startServer, startWorker, type Worker } from './server.ts';

const isRoot = process.getuid?.() === 0;
const why = missing ?? (isRoot ? null : 'another login is needed');
/** The first time that somebody rolls back, it hangs before anything is done. */
const HANGS = '#!/bin/sh\nif [ "$1" = rollback ] && [ ! -e "$HUNG" ]; then echo $$ > "$HUNG"; sleep 300; fi\nPATH=${PATH#*:}\nexec heroku "$@"\n';

/** Waits for it; else tells what is on the screens. */
async function until(holds: () => boolean, screens: () => string): Promise<void> {
  const limit = Date.now() + 90_000;
  while (!holds()) {
    if (Date.now() > limit) throw new Error(`it did not come to that:\n${screens()}`);
    await wait(50);
  }
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

it.skipIf(why !== null)(`rollback.md is rolled back by two operators, an approval from another login, and a worker that dies in the middle; one row says who approved${why === null ? '' : ` (skipped: ${why})`}`, async () => {
  const server = await startServer();
  onTestFinished(() => server.stop());
  const cloud = newCloud();
  onTestFinished(cloud.remove);
  const there = workspace({ 'bin/heroku': HANGS });
  chmodSync(there.at('bin/heroku'), 0o755);
  const here = workspace({ 'rollback.md': readFileSync('runbooks/rollback.md', 'utf8'), '.runbook.yaml': 'approve:\n  - effects: [destroys]\n    places: [production]\n' });
  const bastion = { ...server.env, ...cloud.env, HUNG: there.at('hung'), PATH: [there.at('bin'), cloud.env['PATH']].join(delimiter) };
  const started: Worker[] = [];
  onTestFinished(() => started.forEach((worker) => worker.process.kill('SIGKILL')));
  const worker = async (): Promise<Worker> => {
    started.push(await startWorker('prod', bastion, there));
    return started.at(-1) as Worker;
  };
  const first = await worker();

  let turn: 'mira' | 'jon' = 'mira';
  const answersOf = (name: typeof turn): Answers => {
    const own = (keys: string) => () => (turn === name ? keys : null);
    return [[/Enter start.*> ?$/, () => '\r'], [/runbook approve \S+\r?\n[^\n]*> ?$/, () => null], [/run it again.*> ?$/, own('r\r')], [/known-good-release[^]*a value[^]*: ?$/, own('v84\r')], [/type raxx-api-prod to run it: ?$/, own('raxx-api-prod\r')], [/y run, .*> ?$/, own('y\r')], [/write no row > ?$/, () => '\r'], [/it holds.*> ?$/, own('h\r')], [/Enter (?:run|done).*> ?$/, own('\r')]];
  };
  const open = (operator: typeof turn): Operator => {
    const made = new Operator(['run', 'rollback.md', '--target', 'raxx-api-prod', '--engine', 'temporal', '--queue', 'prod', '--no-tui', '--operator', operator, '--record', 'Bad release=v85'], { cwd: here.path, env: { ...cleanEnvironment(), ...server.env }, answers: answersOf(operator), answered: () => undefined });
    onTestFinished(() => made.kill());
    return made;
  };
  const screens = (): string => `mira: ${mira.text.slice(-2_000)}\n\njon: ${jon?.text.slice(-2_000) ?? ''}`;
  const mira = open('mira');
  let jon: Operator | null = null;
  await until(() => mira.text.includes('[1/8]'), screens);
  jon = open('jon');
  const asked = (attempt: number): RegExp => new RegExp(`(?:a second person is needed[^]*runbook approve (\\S+)[^]*){${attempt}}`);
  const approved = async (attempt: number): Promise<void> => {
    await until(() => asked(attempt).test(mira.text) && asked(attempt).test(jon.text), screens);
    const [, id = ''] = asked(attempt).exec(mira.text) ?? [];
    await runbook('approve', id, '--yes', '--operator', 'mira').in(here).withEnv(server.env).expect({ status: 2, stderr: /began this run/ });
    await runbook('approve', id, '--yes', '--operator', 'kim').in(workspace()).asUser().withEnv(server.env).expect({ status: 0, stdout: new RegExp(`approved by kim \\(nobody@[^]*attempt ${attempt} at`) });
  };
  await approved(1);
  await until(() => existsSync(there.at('hung')) && there.read('hung') !== '', screens);
  first.process.kill('SIGKILL');
  turn = 'jon';
  const second = await worker();
  expect(second.said).toContain('ended what was left running');
  expect(isRunning(Number(there.read('hung')))).toBe(false);
  // What was approved was one attempt.
  await approved(2);
  let codes: readonly (number | null)[] = [];
  void Promise.all([mira.ended, jon.ended]).then((both) => (codes = both));
  await until(() => codes.length > 0, screens);
  expect(codes).toEqual([0, 0]);
  expect(cloud.type('heroku releases -a raxx-api-prod').stdout).toContain('Rollback to v84');
  expect(cloud.calls().filter((call) => call.startsWith('heroku rollback'))).toEqual(['heroku rollback v84 -a raxx-api-prod']);
  const rows = here.read('rollback.md').split('\n').filter((line) => line.includes('approved by kim'));
  expect(rows).toEqual([expect.stringMatching(/^\| [^|]* UTC \| raxx-api-prod \| mira \| v85 \| v84 \| .* Success.*approved by kim \(nobody@.*\|$/)]);
}, 300_000);
