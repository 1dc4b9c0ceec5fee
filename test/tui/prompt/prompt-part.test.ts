import { expect, it } from 'vitest';
import { rowText, segment } from '../../../src/tui/rows/rows.ts';
import { fitted, heightOf, type PromptContent, wordsPart } from '../../../src/tui/prompt/prompt-part.ts';

const THEME = { unicode: true };

function question(...words: readonly string[]): PromptContent {
  return { tone: 'bad', parts: [wordsPart('title', [segment('Check failed')], 20), ...words.map((text) => wordsPart('words', [segment(text)], 20)), { kind: 'input', rows: [{ segments: [segment('› ')] }, { segments: [segment('  more')] }] }] };
}

function told(content: PromptContent): readonly string[] {
  return content.parts.flatMap(({ rows }) => rows.map((each) => rowText(each).trimEnd()));
}

it('words beyond the rows there are end in a mark, the longest first; what is typed stays whole', () => {
  const asked = question('expected: top row', 'seen: one two three four five six seven eight nine ten eleven twelve');
  expect(fitted(asked, 20, THEME)).toBe(asked);
  expect(told(fitted(asked, 6, THEME))).toEqual(['Check failed', 'expected: top row', 'seen: one two three', 'four five six sev …', '›', '  more']);
  expect(told(fitted(asked, 5, THEME))).toEqual(['Check failed', 'expected: top row', 'seen: one two thr …', '›', '  more']);
});

it('no question is made higher than there is room, as long as its parts have a row each', () => {
  const long = 'word '.repeat(60).trim();
  expect(heightOf(fitted(question(long, long, long), 7, THEME))).toBe(7);
  expect(heightOf(fitted(question(long, long, long), 1, THEME))).toBe(6);
});
