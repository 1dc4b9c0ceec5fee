import { expect, test } from 'vitest';
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
