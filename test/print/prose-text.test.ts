import { expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { proseLines } from '../../src/print/index.ts';

function lines(markdown: string, width = 40): string[] {
  const { sections } = parseRunbook(`# T\n\n## When to use\n\n${markdown}\n`, { path: 't.md' });
  return proseLines(sections.find(({ heading }) => heading === 'When to use')?.blocks ?? [], width);
}

it('wraps paragraphs and keeps list items apart', () => {
  expect(lines('Some **bold** words and `code` that go on for more than a line.\n\n- one\n- two\n  1. inner')).toEqual(['Some bold words and code that go on for', 'more than a line.', '', '- one', '- two', '', '  1. inner']);
});

it('sets tables in columns where they fit, else a line a cell', () => {
  const table = '| App | URL |\n|---|---|\n| api | https://api.example.com |';
  expect(lines(table)).toEqual(['App  URL', 'api  https://api.example.com']);
  expect(lines(table, 25)).toEqual(['App: api', 'URL:', 'https://api.example.com']);
});
