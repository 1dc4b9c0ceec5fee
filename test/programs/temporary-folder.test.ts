import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inTemporaryFolder } from '../../src/programs/temporary-folder.ts';

it('is gone when the work has ended, well or not', async () => {
  const work = async (folder: string): Promise<string> => (writeFileSync(join(folder, 'file'), 'x'), folder);
  expect(existsSync(await inTemporaryFolder('runbook-test-', work))).toBe(false);
  let folder = '';
  await expect(inTemporaryFolder('runbook-test-', async (given) => ((folder = given), Promise.reject(new Error('no'))))).rejects.toThrow('no');
  expect([folder === '', existsSync(folder)]).toEqual([false, false]);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('is gone where %s ends the process, which ends of it', async (signal) => {
  const file = join(import.meta.dirname, '../../src/programs/temporary-folder.ts');
  const code = `import { inTemporaryFolder } from ${JSON.stringify(file)}; const work = async (folder) => { console.log(folder); await new Promise(() => setInterval(() => undefined, 1000)); }; void inTemporaryFolder('runbook-test-', work); void inTemporaryFolder('runbook-test-', work);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    said += String(text);
    if (said.split('\n').length === 3) break;
  }
  const folders = said.trim().split('\n');
  expect(folders.map((folder) => existsSync(folder))).toEqual([true, true]);
  child.kill(signal);
  expect((await once(child, 'exit'))[1]).toBe(signal);
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
});
