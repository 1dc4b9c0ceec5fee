import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BegunRow, keptRows, recordKept, recordRow, type RecordRequest, RowTaken } from '../../../src/history/index.ts';

const isRoot = process.getuid?.() === 0;
const table = '# Restart\n\n## History\n\n| Date | App | Outcome |\n|---|---|---|\n| 2026-10-01 | web | Success |\n';
const row = '| 2026-11-03 | api | Success |';
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  mkdirSync(join(folder, 'docs'));
  path = join(folder, 'docs', 'a.md');
  writeFileSync(path, table);
  vi.stubEnv('XDG_STATE_HOME', join(folder, 'state'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function request(more: Partial<RecordRequest> = {}): RecordRequest {
  return { path, columns: ['Date', 'App', 'Outcome'], cells: ['2026-11-03', 'api', 'Success'], target: 'api', operator: 'dana', runId: 'r1', outcome: 'Success', ...more };
}
const text = (): string => readFileSync(path, 'utf8');
const writeKept = async (): Promise<unknown[]> => Promise.all((await keptRows()).map((kept) => recordKept(kept)));

describe('a row that can be written', () => {
  test('stands in the file, and nothing else is left anywhere', async () => {
    expect(await recordRow(request())).toEqual({ status: 'written', row, line: 8 });
    expect(text()).toBe(`${table}${row}\n`);
    expect(readdirSync(join(folder, 'docs'))).toEqual(['a.md']);
    expect(await keptRows()).toEqual([]);
  });
  test('through a link into the file it points to', async () => {
    symlinkSync('docs/a.md', join(folder, 'link.md'));
    await recordRow(request({ path: join(folder, 'link.md') }));
    expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
    expect(text()).toBe(`${table}${row}\n`);
  });
  test('of many at once, each once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => recordRow(request({ cells: ['2026-11-03', `api-${index}`, 'Success'] }))));
    expect(results.every(({ status }) => status === 'written')).toBe(true);
    expect(new Set(text().split('\n').slice(7, -1)).size).toBe(20);
  });
  test('gets a section of its own where that was asked for', async () => {
    writeFileSync(path, '# Restart\r\n\r\n1. Restart it.');
    expect(await recordRow(request({ addHistory: true }))).toMatchObject({ status: 'written', row, line: 9 });
    expect(text()).toBe(`# Restart\r\n\r\n1. Restart it.\r\n\r\n## Execution history\r\n\r\n| Date | App | Outcome |\r\n|---|---|---|\r\n${row}\r\n`);
  });
  test('or a table in the history section that has none', async () => {
    writeFileSync(path, '# Restart\n\n## History\n\nAdd a row.\n\n## Related\n');
    expect(await recordRow(request({ addHistory: true }))).toMatchObject({ status: 'written', line: 9 });
    expect(text()).toBe(`# Restart\n\n## History\n\nAdd a row.\n\n| Date | App | Outcome |\n|---|---|---|\n${row}\n\n## Related\n`);
  });
});

describe('a row that is written when the state folder has no room', () => {
  const lines = (): number => text().split('\n').filter((line) => line === row).length;
  // Fails while it is stored, as a full disk makes it fail.
  const unstorable = { toJSON: (): never => { throw Object.assign(new Error('no space left'), { code: 'ENOSPC' }); } };

  test('stays stored where its journal could not say so, and is not written again', async () => {
    await recordRow(request(), { onWritten: () => false });
    expect(await keptRows()).toMatchObject([{ attempted: 0 }]);
    expect(await writeKept()).toMatchObject([{ status: 'written' }]);
    expect([await keptRows(), lines()]).toEqual([[], 1]);
  });
  test('leaves no older copy of it behind', async () => {
    rmSync(path);
    await recordRow(request(), { keptAs: 'r1.1' });
    writeFileSync(path, table);
    expect(await recordRow({ ...request(), ...unstorable }, { keptAs: 'r1.1' })).toMatchObject({ status: 'written' });
    expect([await keptRows(), lines()]).toEqual([[], 1]);
  });
  test('is kept, not lost, where only its older copy is stored', async () => {
    rmSync(path);
    await recordRow(request(), { keptAs: 'r1.1' });
    expect(await recordRow({ ...request(), ...unstorable }, { keptAs: 'r1.1' })).toMatchObject({ status: 'kept' });
  });
});

describe('a row that cannot be written is kept with the reason, and written later', () => {
  const kept = async (more: Partial<RecordRequest>, reason: RegExp | string): Promise<void> => {
    expect(await recordRow(request(more), { lockWait: 50 })).toMatchObject({ status: 'kept', row, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) });
    expect(await keptRows()).toMatchObject([{ reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) }]);
  };
  const comesLater = async (): Promise<void> => {
    expect(await writeKept()).toMatchObject([{ status: 'written' }]);
    expect(await writeKept()).toEqual([]);
    expect(text().split('\n').filter((line) => line === row)).toHaveLength(1);
  };

  test('the file is gone', async () => {
    rmSync(path);
    await kept({}, 'the file is gone');
    writeFileSync(path, table);
    await comesLater();
  });
  test('the folder is gone', async () => {
    rmSync(join(folder, 'docs'), { recursive: true });
    await kept({}, 'the file is gone');
  });
  test('the table is gone', async () => {
    writeFileSync(path, '# Restart\n');
    await kept({}, 'it has no history table');
    writeFileSync(path, table);
    await comesLater();
  });
  test('the header changed; later its columns are found by name', async () => {
    writeFileSync(path, '# Restart\n\n## History\n\n| App | Date | Region | Outcome |\n|---|---|---|---|\n');
    await kept({}, /^the header of its history table changed: it was "Date", "App", "Outcome", it is "App", "Date", "Region", "Outcome"$/);
    expect(await writeKept()).toMatchObject([{ status: 'written', row: '| api | 2026-11-03 | — | Success |' }]);
  });
  test('a column with a value went', async () => {
    writeFileSync(path, '# Restart\n\n## History\n\n| Date | Outcome |\n|---|---|\n');
    await kept({}, /header/);
    expect(await writeKept()).toMatchObject([{ status: 'kept' }]);
    expect(await keptRows()).toHaveLength(1);
  });
  test('another process holds the lock', async () => {
    const lock = join(folder, 'docs', '.a.md.lock');
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: hostname(), since: '2026-11-03T04:00:00.000Z', purpose: 'x', start: null, token: 't' }));
    await kept({}, `another process holds its lock (pid ${process.ppid} on ${hostname()}, since 2026-11-03T04:00:00.000Z)`);
    rmSync(lock);
    await comesLater();
  });
  test('its lock cannot be read', async () => {
    const lock = join(folder, 'docs', '.a.md.lock');
    mkdirSync(lock);
    await kept({}, `its lock ${lock} cannot be read; remove it if nobody writes there`);
    rmSync(lock, { recursive: true });
    await comesLater();
  });
  test('it is not UTF-8', async () => {
    writeFileSync(path, Buffer.concat([Buffer.from(table), Buffer.from([0xff, 0x0a])]));
    await kept({}, 'it is not UTF-8 text');
  });
  test('it is a folder', async () => {
    rmSync(path);
    mkdirSync(path);
    await kept({}, 'it is a folder');
  });
  test.skipIf(isRoot)('the file, or its folder, is read-only', async () => {
    chmodSync(path, 0o444);
    await kept({}, /permission/);
    chmodSync(path, 0o644);
    chmodSync(join(folder, 'docs'), 0o555);
    expect(await writeKept()).toMatchObject([{ status: 'kept', reason: expect.stringMatching(/permission/) }]);
    chmodSync(join(folder, 'docs'), 0o755);
    await comesLater();
  });
  test('the row could not be kept either', async () => {
    rmSync(path);
    writeFileSync(join(folder, 'state'), 'a file where the folder should be');
    expect(await recordRow(request())).toEqual({ status: 'lost', row, reason: 'the file is gone; it could not be kept either: the file is gone', advice: 'copy the row into the file by hand' });
  });
  test('a full disk', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('no file system of a given size can be mounted here');
    }
    try {
      const full = join(disk, 'a.md');
      writeFileSync(full, table + 'x'.repeat(40_000));
      expect(await recordRow(request({ path: full }))).toMatchObject({ status: 'kept', reason: 'no space left on the device' });
      expect(readFileSync(full, 'utf8')).toBe(table + 'x'.repeat(40_000));
      expect(readdirSync(disk)).toEqual(['a.md']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('a row that others may write too', () => {
  const begun = { cells: request().cells, alike: 0 };
  const taken = async (): Promise<boolean> => true;

  test('is told before it is in the file, with how many alike stand there; nothing is kept', async () => {
    const told: unknown[] = [];
    const begins = async (row_: BegunRow): Promise<boolean> => (told.push([row_, text().includes(row)]), true);
    expect(await recordRow(request(), { once: { begun: null, begins } })).toMatchObject({ status: 'written', line: 8 });
    expect(await recordRow(request(), { once: { begun: null, begins } })).toMatchObject({ status: 'written', line: 9 });
    expect(told).toEqual([[begun, false], [{ ...begun, alike: 1 }, true]]);
    expect(await keptRows()).toEqual([]);
  });
  test('is not written where it stands already, and is where only its like did', async () => {
    await recordRow(request());
    await recordRow(request(), { once: { begun, begins: taken } });
    expect(text()).toBe(`${table}${row}\n`);
    await recordRow(request(), { once: { begun: { ...begun, alike: 1 }, begins: taken } });
    expect(text()).toBe(`${table}${row}\n${row}\n`);
  });
  test('is left to whoever writes it by now', async () => {
    await expect(recordRow(request(), { once: { begun: null, begins: async () => false } })).rejects.toBeInstanceOf(RowTaken);
    expect([text(), await keptRows()]).toEqual([table, []]);
  });
  test('that cannot be written is kept, and comes later only where nobody has written it', async () => {
    rmSync(path);
    expect(await recordRow(request(), { once: { begun, begins: taken } })).toMatchObject({ status: 'kept', reason: 'the file is gone' });
    writeFileSync(path, `${table}${row}\n`);
    expect(await writeKept()).toMatchObject([{ status: 'written' }]);
    expect([text(), await keptRows()]).toEqual([`${table}${row}\n`, []]);
  });
  test('is committed once: not again where somebody has', async () => {
    const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder, encoding: 'utf8' });
    git('init', '-q');
    git('config', 'user.name', 't');
    git('config', 'user.email', 't@example.com');
    git('add', 'docs');
    git('commit', '-qm', 'start');
    await recordRow(request({ commit: true }), { once: { begun: null, begins: taken } });
    expect(await recordRow(request({ commit: true }), { once: { begun, begins: taken } })).toMatchObject({ status: 'written', commit: { status: 'committed' } });
    expect([git('log', '--format=%s').trim().split('\n').length, git('status', '--porcelain', 'docs')]).toEqual([2, '']);
    expect(text()).toBe(`${table}${row}\n`);
  });
});
