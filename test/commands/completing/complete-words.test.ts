import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { completeWords } from '../../../src/commands/completing/complete-words.ts';

/** The words that may come next. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const completion = await completeWords(words, { cwd: '/nowhere', env: { HOME: '/nowhere' } });
  return completion.kind === 'words' ? completion.candidates.map(({ value }) => value) : [completion.paths];
}

test('everything that runs does with a run is offered', async () => {
  expect(await offered('runs', '')).toEqual(['show', 'watch', 'report', 'pack']);
  expect(await offered('runs', 'p')).toEqual(['pack']);
});

test('a workflow is for a forge and a runbook, whose names come after it', async () => {
  expect(await offered('export', '')).toEqual(['github', 'gitlab']);
  expect(await offered('export', 'github', '')).toEqual(['markdown']);
  const folder = mkdtempSync(join(tmpdir(), 'complete-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'r.md'), '# R\n\n| App | Host |\n|---|---|\n| shop-a | h1 |\n| shop-b | h2 |\n\n## Steps\n\nIf it hangs, run:\n\n```sh\necho restart shop-a\n```\n');
  const at = async (...words: readonly string[]): Promise<readonly string[]> => {
    const completion = await completeWords(words, { cwd: folder, env: { HOME: '/nowhere' } });
    return completion.kind === 'words' ? completion.candidates.map(({ value }) => value) : [];
  };
  expect(await at('export', 'github', 'r.md', '--target', '')).toEqual(['shop-a', 'shop-b']);
  expect(await at('export', 'github', 'r.md', '--drill', '')).toEqual(['shop-a', 'shop-b']);
  expect(await at('run', 'r.md', '--settle', '')).toEqual(['steps-1.0/conditional=run', 'steps-1.0/conditional=skip']);
});
