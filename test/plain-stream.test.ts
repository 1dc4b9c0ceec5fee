import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLI, cleanEnvironment, workspace } from './e2e/helpers/index.ts';

/** A call whose output goes where the test wants it. */
async function explain(stdout: number | 'pipe', read: (child: ReturnType<typeof spawn>) => void = () => undefined): Promise<number | null> {
  const child = spawn(process.execPath, [CLI, 'explain', 'example-value'], { env: cleanEnvironment(), stdio: ['ignore', stdout, 'pipe'] });
  read(child);
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

it('a file gets all of it', async () => {
  const folder = workspace();
  const file = openSync(folder.at('out'), 'w');
  expect(await explain(file)).toBe(0);
  closeSync(file);
  expect(readFileSync(folder.at('out'), 'utf8')).toContain('example-value');
});

it('a reader that goes away is no fault', async () => {
  expect(await explain('pipe', ({ stdout }) => stdout?.destroy())).toBe(0);
});

it('a pipe that takes no more for a while gets all of it in the end', async () => {
  const text = Array.from({ length: 3_000 }, (_, i) => `| 2026-05-14 | shop-${i} | ana | Success |`).join('\n');
  const folder = workspace({ 'r.md': `# R\n\n## Execution history\n\n| Date | App | Operator | Outcome |\n|---|---|---|---|\n${text}\n` });
  // The pipe is one that does not wait: the program has to, until the test reads.
  const child = spawn('bash', ['-c', `python3 -c 'import fcntl,os; fcntl.fcntl(1, fcntl.F_SETFL, os.O_NONBLOCK)' 2>/dev/null; exec "${process.execPath}" "${CLI}" history r.md --json`], { cwd: folder.path, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  child.stdout.pause();
  await new Promise((done) => child.stdout.once('readable', done));
  child.stdout.resume();
  expect(await new Promise((done) => child.once('close', done))).toBe(0);
  expect(JSON.stringify(JSON.parse(seen))).toContain('shop-2999');
});
