import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { proseLines } from '../../../src/print/index.ts';

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

it('says the address of a link that its text does not say', () => {
  expect(lines('See [the board](https://grafana.example.com/d/1), [notes](notes.md) and <https://a.example>.', 200)).toEqual(['See the board (https://grafana.example.com/d/1), notes and https://a.example.']);
});

it('draws marked words one by one, so that a line may end between them', () => {
  const { sections } = parseRunbook('# T\n\n## When to use\n\nA **b c** `d e` [f **g**](x.md)\n', { path: 't.md' });
  const drawn = proseLines(sections[1]?.blocks ?? [], 12, (mark, word) => `\u001b[1m${mark}:${word}\u001b[22m`.replace(`${mark}:`, ''));
  expect(drawn.map((line) => line.replaceAll('\u001b[1m', '<').replaceAll('\u001b[22m', '>'))).toEqual(['A <b> <c> <d> <e> <f>', '<<g>>']);
});
