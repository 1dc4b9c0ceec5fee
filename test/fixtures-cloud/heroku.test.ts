import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { newCloud, type Cloud } from './cloud.ts';

let cloud: Cloud;
const start = (...reset: readonly string[]): Cloud => (cloud = newCloud(...reset));
afterEach(() => cloud.remove());

const dyno = (app: string): string => /web\.1: (\w+)/.exec(cloud.type(`heroku ps -a ${app}`).stdout)?.[1] ?? '';

describe('releases', () => {
  test('has the real shape: current release in the header, newest row first, columns aligned', () => {
    start();
    const lines = cloud.type('heroku releases -a raxx-api-prod').stdout.split('\n');
    expect(lines[0]).toBe('=== raxx-api-prod Releases - Current: v85');
    expect(lines[1]).toBe('');
    expect(lines[2]).toMatch(/^v85 {2}Deploy 3f2c1ab9 {17}dev@raxx\.app {2}\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \+0000$/);
    expect(lines[3]).toMatch(/^v84 {2}Deploy abc123d4/);
  });

  test('--num and -n cut the list', () => {
    start();
    expect(cloud.type('heroku releases -a raxx-console-prod --num 3').stdout.match(/^v\d+/gm)).toEqual(['v85', 'v84', 'v83']);
    expect(cloud.type('heroku releases -a raxx-console-prod -n 1').stdout.match(/^v\d+/gm)).toEqual(['v85']);
  });

  test('config changes make releases and rollback takes them back', () => {
    start();
    cloud.type('heroku config:set LIMIT=9 -a raxx-api-prod');
    expect(cloud.type('heroku config:get LIMIT -a raxx-api-prod').stdout).toBe('9\n');
    expect(cloud.type('heroku releases -a raxx-api-prod -n 1').stdout).toMatch(/^v86 {2}Set LIMIT config vars /m);
    cloud.type('heroku rollback v84 -a raxx-api-prod');
    expect(cloud.type('heroku config:get LIMIT -a raxx-api-prod').stdout).toBe('\n');
  });
});

describe('rollback', () => {
  test('puts a new release on top and brings the dyno up', () => {
    start();
    expect(dyno('raxx-api-prod')).toBe('crashed');
    const answer = cloud.type('heroku rollback v84 -a raxx-api-prod');
    expect(answer.status).toBe(0);
    expect(answer.stderr).toContain('Rolling back ⬢ raxx-api-prod to v84... done, v86');
    expect(cloud.type('heroku releases -a raxx-api-prod --num 3').stdout.split('\n')[2]).toMatch(/^v86 {2}Rollback to v84 {2}operator@raxx\.app/);
    expect(dyno('raxx-api-prod')).toBe('up');
    expect(dyno('raxx-api-staging')).toBe('crashed');
  });

  test.each([
    ['heroku rollback v99 -a raxx-api-prod', "Couldn't find that release.", 1],
    ['heroku rollback v84 -a raxx-api-prd', "Couldn't find that app.", 1],
    ['heroku rollback v84', 'Missing required flag app', 2],
    ['heroku ps --bogus -a raxx-api-prod', '--bogus', 2],
    ['heroku frobnicate', 'frobnicate is not a heroku command', 127],
  ])('%s fails as the real tool does', (line, words, status) => {
    start();
    const answer = cloud.type(line);
    expect(answer.stderr).toContain(' ›   Error: ');
    expect(answer.stderr).toContain(words);
    expect(answer.status).toBe(status);
  });

  test('refused, it changes nothing', () => {
    start('--app', 'raxx-api-prod', '--fail', 'rollback-refused');
    expect(cloud.type('heroku rollback v84 -a raxx-api-prod').status).toBe(1);
    expect(cloud.type('heroku releases -a raxx-api-prod -n 1').stdout).toContain('Current: v85');
    expect(cloud.type('heroku rollback v84 -a raxx-api-staging').status).toBe(0);
  });

  test('with stays-bad the new release is as bad as the old one', () => {
    start('--fail', 'stays-bad');
    expect(cloud.type('heroku rollback v84 -a raxx-api-prod').status).toBe(0);
    expect(dyno('raxx-api-prod')).toBe('crashed');
  });

  test('with slow-dyno it is up on the third look, after a restart too', () => {
    start('--fail', 'slow-dyno');
    cloud.type('heroku rollback v84 -a raxx-api-prod');
    const looks = () => [1, 2, 3].map(() => dyno('raxx-api-prod'));
    expect(looks()).toEqual(['starting', 'starting', 'up']);
    cloud.type('heroku ps:restart -a raxx-api-prod');
    expect(looks()).toEqual(['starting', 'starting', 'up']);
  });

  test('at the same time on one app loses no release', async () => {
    start();
    const runs = Array.from({ length: 6 }, () => spawn('heroku', ['rollback', 'v84', '-a', 'raxx-api-prod'], { env: cloud.env, stdio: 'ignore' }));
    const codes = await Promise.all(runs.map(async (run) => (await once(run, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(cloud.type('heroku releases -a raxx-api-prod -n 6').stdout.match(/^v\d+/gm)).toEqual(['v91', 'v90', 'v89', 'v88', 'v87', 'v86']);
  });
});

test('logs ends, logs --tail does not', async () => {
  start();
  const answer = cloud.type('heroku logs --num 2 -a raxx-api-prod');
  expect(answer.stdout.trimEnd().split('\n')).toHaveLength(2);
  const tail = spawn('heroku', ['logs', '--tail', '-n', '1', '-a', 'raxx-api-prod'], { env: cloud.env });
  await once(tail.stdout, 'data');
  await once(tail.stdout, 'data');
  expect(tail.exitCode).toBeNull();
  const left = once(tail, 'exit');
  tail.kill('SIGINT');
  expect((await left)[1]).toBe('SIGINT');
});

test('maintenance, backups and whoami answer', () => {
  start();
  cloud.type('heroku maintenance:on -a raxx-api-prod');
  expect(cloud.type('heroku maintenance -a raxx-api-prod').stdout).toBe('on\n');
  cloud.type('heroku pg:backups:capture -a raxx-api-prod');
  expect(cloud.type('heroku pg:backups -a raxx-api-prod').stdout.match(/^b\d+ .*Completed/gm)).toHaveLength(2);
  expect(cloud.type('heroku auth:whoami').stdout).toBe('operator@raxx.app\n');
});

describe('setup', () => {
  test('each program says in --help what it is', () => {
    start();
    for (const program of ['heroku', 'docker', 'curl', 'cloud-reset']) {
      const answer = cloud.type(`${program} --help`);
      expect(answer.stdout).toMatch(/simulated/);
      expect(answer.status).toBe(0);
    }
    expect(readFileSync(join(cloud.folder, 'calls.log'), 'utf8')).toBe('');
  });

  test('every call is logged as typed', () => {
    start();
    cloud.type('heroku ps -a raxx-api-prod');
    cloud.call('curl', ['-w', 'a b', 'https://console.raxx.app/health']);
    expect(cloud.calls()).toEqual(['heroku ps -a raxx-api-prod', "curl -w 'a b' https://console.raxx.app/health"]);
  });

  test('without a state folder, or a reset, it says what to do', () => {
    start();
    const unset = cloud.call('heroku', ['apps'], { RUNBOOK_CLOUD_STATE: '' });
    expect(unset).toMatchObject({ status: 1, stderr: 'heroku (simulated): RUNBOOK_CLOUD_STATE is not set: point it at a folder and run cloud-reset\n' });
    expect(cloud.call('curl', ['https://api.raxx.app'], { RUNBOOK_CLOUD_STATE: '/nonexistent' }).stderr).toContain('run cloud-reset first');
  });

  test('a misspelt failure or app is an error', () => {
    start();
    expect(cloud.type('cloud-reset --fail stays-bat').status).toBe(2);
    expect(cloud.type('cloud-reset --app raxx-api').status).toBe(2);
    expect(cloud.call('heroku', ['ps', '-a', 'raxx-api-prod'], { RUNBOOK_CLOUD_FAIL: 'stays-bat' }).status).toBe(1);
  });

  test('a failure can be ordered for one call', () => {
    start();
    expect(cloud.call('heroku', ['rollback', '-a', 'raxx-api-prod'], { RUNBOOK_CLOUD_FAIL: 'raxx-api-prod=rollback-refused' }).status).toBe(1);
    expect(cloud.call('heroku', ['rollback', '-a', 'raxx-api-prod'], { RUNBOOK_CLOUD_FAIL: 'raxx-api-staging=rollback-refused' }).status).toBe(0);
    expect(cloud.call('heroku', ['ps', '-a', 'raxx-api-prod'], { RUNBOOK_CLOUD_FAIL: 'logged-out' }).stderr).toContain('Invalid credentials');
  });
});
