import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftovers, writeAtomically } from '../../src/state/index.ts';
import { WRITE_POINTS } from '../../src/state/atomic-write.ts';

const isRoot = process.getuid?.() === 0;
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
  path = join(folder, 'a.md');
  writeFileSync(path, 'old');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the new bytes stand, nothing is left beside, the mode stays', async () => {
  chmodSync(path, 0o640);
  await writeAtomically(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test.skipIf(!isRoot)('the owner stays', async () => {
  chownSync(path, 65534, 65534);
  await writeAtomically(path, 'new');
  expect(statSync(path)).toMatchObject({ uid: 65534, gid: 65534 });
});

test('of a link, the file that it points to changes', async () => {
  symlinkSync('a.md', join(folder, 'link.md'));
  await writeAtomically(join(folder, 'link.md'), 'new');
  expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('a file that is not there is made', async () => {
  await writeAtomically(join(folder, 'b.json'), '{}', { mode: 0o600 });
  expect(statSync(join(folder, 'b.json')).mode & 0o777).toBe(0o600);
});

test.each(WRITE_POINTS)('stopped when %s, it is the old file or the new one', async (point) => {
  const fault = new Error('stopped');
  const write = writeAtomically(path, 'new', {
    at: (reached) => {
      if (reached === point) throw fault;
    },
  });
  await expect(write).rejects.toBe(fault);
  expect(readFileSync(path, 'utf8')).toBe(WRITE_POINTS.indexOf(point) < WRITE_POINTS.indexOf('renamed') ? 'old' : 'new');
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test("a killed process's leftovers go, a living one's stay", async () => {
  const child = spawn('true');
  await once(child, 'exit');
  writeFileSync(join(folder, `.a.md.${child.pid}-00000000.tmp`), 'half');
  writeFileSync(join(folder, `.a.md.${process.pid}-00000000.tmp`), 'half');
  await removeLeftovers(path);
  expect(readdirSync(folder).sort()).toEqual([`.a.md.${process.pid}-00000000.tmp`, 'a.md']);
});

test.skipIf(isRoot)('a read-only file is not replaced', async () => {
  chmodSync(path, 0o444);
  await expect(writeAtomically(path, 'new')).rejects.toThrow('EACCES');
});
