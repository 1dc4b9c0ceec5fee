import { expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

it.each([
  ['a file over 2 MB', `# X\n\n${'a line of words\n'.repeat(140_000)}`, 'too-large'],
  ['a table of 100,000 rows', `# X\n\n| a | b |\n|---|---|\n${'| a | b |\n'.repeat(100_000)}`, 'too-costly'],
  ['a file nested too deep', `# X\n\n${'> '.repeat(100)}x\n`, 'unreadable'],
])('%s has that as its only finding: what it says is not known', (_, text, rule) => {
  expect(lintExample({ text }).map((finding) => finding.rule)).toEqual([rule]);
});

it('a file with thousands of lines of shell hears that shellcheck is not asked', () => {
  const block = (lines: number): string => `# X\n\n## Steps\n\n\`\`\`bash\n${'echo x\n'.repeat(lines)}\`\`\`\n`;
  const told = (text: string) => lintExample({ text }).filter(({ rule }) => rule === 'too-costly');
  expect(told(block(1000))).toEqual([]);
  expect(told(block(1001))).toMatchObject([{ severity: 'warning', message: 'shellcheck is not asked of so many lines of shell; split the file', span: { start: { line: 1006, column: 1 } } }]);
});
