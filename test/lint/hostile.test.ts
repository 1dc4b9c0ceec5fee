import { expect, it } from 'vitest';
import { coverSecrets } from '../../src/lint/facts/index.ts';
import { emptyLink } from '../../src/lint/rules/empty-link.ts';
import { invalidFrontMatter } from '../../src/lint/rules/invalid-front-matter.ts';
import { lostPlaceholder } from '../../src/lint/rules/lost-placeholder.ts';
import { unfencedCommand } from '../../src/lint/rules/unfenced-command.ts';
import { unfinished } from '../../src/lint/rules/unfinished.ts';
import { DEFAULT_LINT_OPTIONS } from '../../src/settings/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { cpuTime } from '../cpu-time.ts';

it.each([
  ['comments above what is no front matter', `${'<!-- a -->'.repeat(2_000)}\n--\n`],
  ['a long line of programs that take a password', `${'mysql curl '.repeat(5_000)}\n`],
  ['a long line of brackets', `a ${'[('.repeat(10_000)} TODO\n`],
  ['a long line of words', `${'replace the word '.repeat(4_000)}\n`],
  ['a long word', `${'a'.repeat(40_000)}\n`],
])('%s takes no time that grows with its square', (_, text) => {
  const runbook = parseRunbook(text, 'runbooks/a.md');
  const rules = [emptyLink, invalidFrontMatter, lostPlaceholder, unfencedCommand, unfinished];
  const time = cpuTime(() => {
    coverSecrets(text);
    for (const rule of rules) if (rule.needs === 'text') rule.check(runbook, { options: DEFAULT_LINT_OPTIONS });
  });
  expect(time).toBeLessThan(500);
});
