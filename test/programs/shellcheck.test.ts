import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startShellcheck } from '../../src/programs/index.ts';

let folder: string;
let program: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbook-shellcheck-test-'));
  program = join(folder, 'shellcheck');
  // Says of each script its name, in the message, and logs a line a process.
  writeFileSync(program, `#!/bin/sh\necho "$@" >> '${folder}/calls'\nprintf '{"comments":['\nsep=\nfor name in "$@"; do case $name in -*) ;; *) printf '%s{"file":"%s","line":1,"endLine":1,"column":1,"endColumn":1,"level":"info","code":1,"message":"%s"}' "$sep" "$name" "$(cat "$name" | head -c 4)"; sep=,;; esac; done\nprintf ']}'\nexit 1\n`);
  chmodSync(program, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const scripts = (count: number, size: number) => Array.from({ length: count }, (_, index) => `#${String(index).padStart(3, '0')}${' '.repeat(size)}`);
const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').length;

/** What is said of each script, after the last was added. */
async function saidOf(texts: readonly string[], cores: number) {
  const run = startShellcheck(program, cores);
  for (const text of texts) run.add(text.slice(1, 4), text);
  const result = await run.done();
  return result.status === 'checked' ? Object.fromEntries([...result.comments].map(([name, comments]) => [name, comments.map(({ message }) => message)])) : result;
}

test('what there is little of is checked in one process', async () => {
  expect(await saidOf(scripts(3, 10), 4)).toEqual({ '000': ['#000'], '001': ['#001'], '002': ['#002'] });
  expect(calls()).toBe(1);
});

test('much is shared among several processes, and each script gets its own comments', async () => {
  const said = await saidOf(scripts(40, 5_000), 3);
  expect(said).toEqual(Object.fromEntries(scripts(40, 0).map((text) => [text.slice(1), [text]])));
  expect(calls()).toBeGreaterThanOrEqual(3);
});

test('no more processes run at a time than there are cores', async () => {
  // Each says how many run beside it, itself included.
  writeFileSync(program, `#!/bin/sh\nmkdir -p '${folder}/now' && : > '${folder}/now/'$$\nls '${folder}/now' | wc -l >> '${folder}/calls'\nrm '${folder}/now/'$$\nprintf '{"comments":[]}'\n`);
  await saidOf(scripts(60, 5_000), 2);
  expect(Math.max(...readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').map(Number))).toBeLessThanOrEqual(2);
});

test('a process starts before the last script is there', async () => {
  const run = startShellcheck(program, 2);
  run.add('first', '#one'.padEnd(30_000));
  await vi.waitFor(() => expect(existsSync(join(folder, 'calls'))).toBe(true), 5_000);
  run.add('last', '#two');
  const result = await run.done();
  expect(result.status === 'checked' && [...result.comments.keys()].sort()).toEqual(['first', 'last']);
});

test('where nothing was added, nothing is started', async () => {
  expect(await saidOf([], 2)).toEqual({});
  expect(existsSync(join(folder, 'calls'))).toBe(false);
});

test('a process that fails is told, and no other starts', async () => {
  writeFileSync(program, `#!/bin/sh\necho "$@" >> '${folder}/calls'\necho "out of memory" >&2\nexit 3\n`);
  expect(await saidOf(scripts(20, 5_000), 1)).toEqual({ status: 'failed', reason: 'out of memory' });
  expect(calls()).toBe(1);
  program = join(folder, 'none');
  expect(await saidOf(scripts(1, 1), 1)).toEqual({ status: 'missing' });
});
