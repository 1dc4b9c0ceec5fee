import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newCloud, type Answer, type Cloud } from './cloud.ts';

let cloud: Cloud;
const start = (...reset: readonly string[]): Cloud => (cloud = newCloud(...reset));
afterEach(() => cloud.remove());

const STATUS = 'https://api.raxx.app/api/system/status';
const code = (url: string): Answer => cloud.call('curl', ['-sf', '-o', '/dev/null', '-w', '%{http_code}', url]);

test('health follows the current release; -f fails with 22 and still writes the code', () => {
  start();
  expect(code(STATUS)).toEqual({ status: 22, stdout: '503', stderr: '' });
  cloud.type('heroku rollback v84 -a raxx-api-prod');
  expect(code(STATUS)).toEqual({ status: 0, stdout: '200', stderr: '' });
  expect(code('https://api-staging.raxx.app/api/system/status').stdout).toBe('503');
});

test.each([
  ['raxx-api-staging', 'https://api-staging.raxx.app/api/system/status'],
  ['raxx-console-prod', 'https://console.raxx.app/health'],
  ['raxx-console-staging', 'https://console-staging.raxx.app/health'],
  ['raxx-velvet-prod', 'https://velvet.raxx.app/health'],
  ['raxx-velvet-staging', 'https://velvet-staging.raxx.app/health'],
])('%s answers at its own host', (app, url) => {
  start();
  cloud.type(`heroku rollback v84 -a ${app}`);
  expect(code(url).stdout).toBe('200');
  expect(code(STATUS).stdout).toBe('503');
});

test('direct addresses answer 403 while the origin is enforced', () => {
  start();
  cloud.type('heroku rollback v84 -a raxx-api-prod');
  const direct = 'https://raxx-api-prod-a60a19e5efbf.herokuapp.com/api/system/status';
  expect(code(direct).stdout).toBe('403');
  cloud.type('heroku config:set FLAG_ENFORCE_CF_ORIGIN=false -a raxx-api-prod');
  expect(code(direct).stdout).toBe('200');
});

test('a flaky endpoint fails the first of every n requests', () => {
  start('--app', 'raxx-api-prod', '--fail', 'flaky-endpoint:3');
  cloud.type('heroku rollback v84 -a raxx-api-prod');
  expect([1, 2, 3, 4].map(() => code(STATUS).stdout)).toEqual(['503', '200', '200', '503']);
});

test('maintenance and unknown paths answer as they should', () => {
  start();
  cloud.type('heroku rollback v84 -a raxx-api-prod');
  expect(code('https://api.raxx.app/nowhere').stdout).toBe('404');
  cloud.type('heroku maintenance:on -a raxx-api-prod');
  expect(code(STATUS).stdout).toBe('503');
});

test('body, headers and files', () => {
  start();
  cloud.type('heroku rollback v84 -a raxx-api-prod');
  expect(cloud.call('curl', ['-s', STATUS]).stdout).toBe('{"status":"ok","release":"v86"}\n');
  expect(cloud.call('curl', ['-i', STATUS]).stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  const file = join(cloud.folder, 'body');
  expect(cloud.call('curl', ['-s', '-o', file, STATUS]).stdout).toBe('');
  expect(readFileSync(file, 'utf8')).toContain('v86');
});

test('errors keep the real exit codes', () => {
  start();
  expect(cloud.type('curl -sS https://example.com/')).toMatchObject({ status: 6, stderr: 'curl: (6) Could not resolve host: example.com\n' });
  expect(cloud.type('curl --bogus https://api.raxx.app').status).toBe(2);
  expect(cloud.type('curl').status).toBe(2);
  expect(cloud.type(`curl -sSf ${STATUS}`)).toMatchObject({ status: 22, stdout: '', stderr: 'curl: (22) The requested URL returned error: 503\n' });
});
