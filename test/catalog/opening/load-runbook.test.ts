import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadRunbook } from '../../../src/catalog/opening/load-runbook.ts';
import { RunbookError } from '../../../src/model/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-runbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function failure(path: string): Promise<unknown> {
  return loadRunbook(path, { cwd: folder, env: {} }).catch((error: unknown) => error);
}

async function reason(path: string): Promise<string> {
  const error = await failure(path);
  if (!(error instanceof RunbookError)) throw new Error(`no RunbookError but ${String(error)}`);
  expect([error.exitCode, error.report.advice === undefined]).toEqual([2, false]);
  return error.message;
}

it('reads a file, also through a link, and calls it as the caller did', async () => {
  writeFileSync(join(folder, 'a.md'), '# A\n');
  symlinkSync('a.md', join(folder, 'link.md'));
  expect(await loadRunbook('link.md', { cwd: folder, env: {} })).toMatchObject({ path: 'link.md', title: { value: 'A' } });
});

it.each([
  ['no such file', 'gone.md', () => {}],
  ['it is a folder', 'docs', (path: string) => mkdirSync(path)],
  ['it is empty', 'empty.md', (path: string) => writeFileSync(path, '')],
  ['it is no text', 'program', (path: string) => writeFileSync(path, Buffer.from([127, 0, 1]))],
  ['it is a link to moved.md, which is not there', 'old.md', (path: string) => symlinkSync('moved.md', path)],
  ['its links lead in a circle', 'circle.md', (path: string) => symlinkSync('circle.md', path)],
  ['it is 3.0 MB; the most that is read is 2 MB', 'long.md', (path: string) => writeFileSync(path, 'x'.repeat(3 * 1024 * 1024))],
])('%s', async (why, name, make) => {
  make(join(folder, name));
  expect(await reason(name)).toBe(`cannot read ${name}: ${why}`);
});

it('a name of bytes that are no UTF-8 is said to be one, and not suggested in its own place', async () => {
  writeFileSync(Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.md')]), '# A\n');
  expect(await reason('caf\ufffd.md')).toBe('cannot read caf\ufffd.md: no such file, or its name is not UTF-8');
  expect(await failure('caf\ufffd.md')).toMatchObject({ report: { advice: expect.not.stringContaining('did you mean') as string } });
});
