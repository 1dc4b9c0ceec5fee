import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Lock, takeLock } from '../../src/state/index.ts';
import { type LockResult } from '../../src/state/lock.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, '.a.md.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const held = (result: LockResult): Lock => {
  if (result.status !== 'locked') throw new Error('busy');
  return result.lock;
};
const leave = (holder: object): void => writeFileSync(path, JSON.stringify({ since: '2026-01-01T00:00:00Z', purpose: 'run 1', start: null, token: 'theirs', ...holder }));

test('a free lock is taken and leaves nothing when released', async () => {
  const lock = held(await takeLock(path, { wait: 0 }));
  expect(readdirSync(folder)).toEqual(['.a.md.lock']);
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('what a killed process left while it made its lock goes, and what a living one makes stays', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  writeFileSync(`${path}.${child.pid ?? 0}-0123abcd`, '{}');
  writeFileSync(`${path}.${process.pid}-0123abcd`, '{}');
  await held(await takeLock(path, { wait: 0 })).release();
  expect(readdirSync(folder)).toEqual([`.a.md.lock.${process.pid}-0123abcd`]);
});

test('a living holder is named, and waited for', async () => {
  const first = held(await takeLock(path, { wait: 0, purpose: 'run 7' }));
  expect(await takeLock(path, { wait: 0 })).toMatchObject({ status: 'busy', holder: { pid: process.pid, purpose: 'run 7' } });
  const second = takeLock(path, { wait: 10_000 });
  await first.release();
  await held(await second).release();
});

test("a dead process's lock is taken over, by one of many", async () => {
  const child = spawn('true');
  await once(child, 'exit');
  leave({ pid: child.pid, host: hostname() });
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const lock = held(await takeLock(path, { wait: 20_000 }));
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
      await lock.release();
    }),
  );
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('where whoever took it over was killed, the next one does', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  leave({ pid: child.pid, host: hostname() });
  writeFileSync(`${path}.takeover`, String(child.pid));
  await held(await takeLock(path, { wait: 0 })).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a pid that another process uses now is no holder', async () => {
  leave({ pid: process.pid, host: hostname(), start: '1' });
  await held(await takeLock(path, { wait: 0 })).release();
});

test('of another machine nobody can tell, so its lock stands', async () => {
  leave({ pid: 1, host: 'elsewhere.example' });
  expect(await takeLock(path, { wait: 0 })).toMatchObject({ status: 'busy', holder: { host: 'elsewhere.example' } });
});

test.each(['', '\0'.repeat(120)])('one whose text a power cut took is taken over', async (text) => {
  writeFileSync(path, text);
  await held(await takeLock(path, { wait: 0 })).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('one that cannot be read stands too', async () => {
  writeFileSync(path, '{');
  expect(await takeLock(path, { wait: 0 })).toEqual({ status: 'busy', holder: null });
});

test('a release after a take-over does not remove the new lock', async () => {
  const lock = held(await takeLock(path, { wait: 0 }));
  leave({ pid: process.pid, host: hostname() });
  await lock.release();
  expect(existsSync(path)).toBe(true);
});

test('a folder that is not there is an error at once', async () => {
  await expect(takeLock(join(folder, 'gone', 'x.lock'), { wait: 1000 })).rejects.toThrow('ENOENT');
});
