import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheFolder, readChecked, removeOldCached, writeCached, writeChecked } from '../../src/state/index.ts';

const root = mkdtempSync(join(tmpdir(), 'cache-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const fresh = () => mkdtempSync(join(root, 'it-'));

it.each([
  [{ HOME: '/home/ana' }, '/home/ana/.cache/runbook/code'],
  [{ HOME: '/home/ana', XDG_CACHE_HOME: '/var/cache/ana' }, '/var/cache/ana/runbook/code'],
  [{ HOME: '/home/ana', XDG_CACHE_HOME: '/var/cache/ana', NODE_COMPILE_CACHE: '/fast' }, '/fast/runbook/code'],
  [{ HOME: '/home/ana', NODE_DISABLE_COMPILE_CACHE: '1' }, null],
  [{ HOME: '/home/ana', XDG_CACHE_HOME: 'relative' }, null],
  [{ HOME: '' }, null],
  [{}, null],
])('with %o what is kept is in %s', (environment, folder) => expect(cacheFolder(environment, 'code')).toBe(folder));

describe('what was written is read as it was, and by its owner alone', () => {
  it('in folders that are made for it', () => {
    const place = join(fresh(), 'a/b/c.bin');
    writeChecked(place, Buffer.from('kept'));
    expect(readChecked(place)?.toString()).toBe('kept');
    expect([statSync(place).mode & 0o777, statSync(join(place, '..')).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['a byte changed', (bytes) => bytes.fill(0x5a, 0, 1)],
    ['its end gone', (bytes) => bytes.subarray(0, -1)],
    ['something behind it', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('not with %s', (_, damage) => {
    const place = join(fresh(), 'x.bin');
    writeChecked(place, Buffer.from('kept'));
    writeFileSync(place, damage(readFileSync(place)));
    expect(readChecked(place)).toBeNull();
  });

  it.each([0o620, 0o602])('not where others may write (%o)', (mode) => {
    const place = join(fresh(), 'x.bin');
    writeChecked(place, Buffer.from('kept'));
    chmodSync(place, mode);
    expect(readChecked(place)).toBeNull();
  });
});

it('a pipe in its place is not waited for', () => {
  const place = join(fresh(), 'x.bin');
  execFileSync('mkfifo', ['-m', '600', place]);
  expect(readChecked(place)).toBeNull();
});

it('a link in the way of what is written is not followed, and the next call writes', () => {
  const folder = fresh();
  writeFileSync(join(folder, 'precious'), 'mine');
  symlinkSync('precious', join(folder, `x.bin.${process.pid}`));
  writeCached(join(folder, 'x.bin'), 'text');
  expect([readFileSync(join(folder, 'precious'), 'utf8'), readdirSync(folder)]).toEqual(['mine', ['precious']]);
  writeCached(join(folder, 'x.bin'), 'text');
  expect(readFileSync(join(folder, 'x.bin'), 'utf8')).toBe('text');
});

it('what cannot be written leaves what was there, and nothing beside it', () => {
  const folder = fresh();
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'taken'));
  writeCached(join(folder, 'taken'), 'text');
  writeCached(join(folder, 'file/below'), 'text');
  expect(readdirSync(folder).sort()).toEqual(['file', 'taken']);
  removeOldCached(join(folder, 'file'), 1);
  removeOldCached(join(folder, 'nowhere'), 1);
});

it('the newest stay, if they are no older than a month', () => {
  const folder = fresh();
  for (const [name, days] of [['a', 0], ['b', 1], ['c', 2], ['d', 31]] as const) {
    writeCached(join(folder, name), name);
    utimesSync(join(folder, name), Date.now() / 1000 - days * 86_400, Date.now() / 1000 - days * 86_400);
  }
  removeOldCached(folder);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c']);
  removeOldCached(folder, 2);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});

it('a link to nothing keeps no old file', () => {
  const folder = fresh();
  symlinkSync('gone', join(folder, 'link'));
  writeCached(join(folder, 'a'), 'a');
  utimesSync(join(folder, 'a'), 0, 0);
  removeOldCached(folder);
  expect(readdirSync(folder)).toEqual(['link']);
});
