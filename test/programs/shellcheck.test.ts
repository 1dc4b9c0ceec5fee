import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runShellcheck } from '../../src/programs/index.ts';

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

test('what there is little of is checked in one process', async () => {
  const result = await runShellcheck(scripts(3, 10), program, 4);
  expect(result.status === 'checked' && result.comments.map(([first]) => first?.message)).toEqual(['#000', '#001', '#002']);
  expect(calls()).toBe(1);
});

test('much is shared among as many processes as there are cores, and each script gets its own comments', async () => {
  const result = await runShellcheck(scripts(40, 5_000), program, 3);
  expect(result.status === 'checked' && result.comments.map(([first]) => first?.message)).toEqual(scripts(40, 0));
  expect(calls()).toBe(3);
});

test('a process that fails is told', async () => {
  writeFileSync(program, '#!/bin/sh\necho "out of memory" >&2\nexit 3\n');
  expect(await runShellcheck(scripts(1, 1), program)).toEqual({ status: 'failed', reason: 'out of memory' });
  expect(await runShellcheck(scripts(1, 1), join(folder, 'none'))).toEqual({ status: 'missing' });
});
