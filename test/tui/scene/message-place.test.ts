import { expect, it } from 'vitest';
import { rowText } from '../../../src/tui/rows/rows.ts';
import { messagePlace, messageRows } from '../../../src/tui/scene/message-place.ts';

const wide = { columns: 100, promptFrame: true };

it('stands among the keys, and leaves room for what Enter does', () => {
  expect(messagePlace({ message: 'noted', overlay: null }, wide)).toBe('footer');
  expect(messagePlace({ message: 'joined the run 20261130-102115995-513c that mira (root@vm) began at 2026-11-30T10:21:16.044Z', overlay: null }, wide)).toBe('prompt');
});

it('stands in the rule where rows are few, and in the question what would be cut there', () => {
  const small = { columns: 50, promptFrame: false };
  expect(messagePlace({ message: 'the engine answers again', overlay: null }, small)).toBe('rule');
  expect(messagePlace({ message: 'm'.repeat(48), overlay: null }, small)).toBe('prompt');
});

it('is folded where there is room, and cut with a mark where there is none', () => {
  const rows = (most: number): readonly string[] => messageRows('paste ignored: nothing is asking for input', 30, most, { unicode: true }).map((each) => rowText(each).trimEnd());
  expect(rows(3)).toEqual(['paste ignored: nothing is', 'asking for input']);
  expect(rows(1)).toEqual(['paste ignored: nothing is ask…']);
  expect(rows(-2)).toHaveLength(1);
});
