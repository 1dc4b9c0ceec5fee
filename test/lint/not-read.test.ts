import { expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

it.each([
  ['a file over 2 MB', `# X\n\n${'a line of words\n'.repeat(140_000)}`, 'too-large'],
  ['a file nested too deep', `# X\n\n${'> '.repeat(100)}x\n`, 'unreadable'],
])('%s has that as its only finding: what it says is not known', (_, text, rule) => {
  expect(lintExample({ text }).map((finding) => finding.rule)).toEqual([rule]);
});
