import { applyPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockDiff } from '../../../src/print/index.ts';

const HEAD = '# What each runbook comes to.\nformat: 1\n';
const entry = (name: string, words: readonly string[]): string => `${name}:\n${words.map((word) => `  ${word}\n`).join('')}`;

/** The lock with the entries, and the line at which each begins. */
function lockOf(entries: readonly string[]): { readonly text: string; readonly lines: readonly number[] } {
  let text = HEAD;
  const lines = entries.map((each) => {
    const line = text.split('\n').length + 1;
    text += `\n${each}`;
    return line;
  });
  return { text, lines };
}

test('the patch makes of the lock what runbook lock would write, whatever entries grow or shrink', async () => {
  const words = fc.array(fc.constantFrom('digest: 1', 'steps:', '- id: a', '- id: b', 'effect: reads', 'effect: destroys'), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }), async (pairs) => {
      const was = lockOf(pairs.map(([before], index) => entry(`${index}.md`, before)));
      const now = lockOf(pairs.map(([, after], index) => entry(`${index}.md`, after)));
      // As they are cut out of the lock: with the blank line between two.
      const changed = pairs.map(([before, after], index) => ({ was: `${entry(`${index}.md`, before)}\n`, now: entry(`${index}.md`, after), line: was.lines[index] ?? 0 })).filter((each) => each.was !== `${each.now}\n`);
      const patch = await lockDiff('runbook.lock', changed);
      expect(changed.length === 0 ? was.text : applyPatch(was.text, patch)).toBe(now.text);
    }),
  );
});

test('a title cannot hide in it', async () => {
  const patch = await lockDiff('runbook.lock', [{ was: entry('a.md', ['title: x']), now: entry('a.md', ['title: \u202ex']), line: 4 }]);
  expect(patch).toContain('+  title: \\u{202e}x');
});
