import { expect, it } from 'vitest';
import { outputRows } from '../../../src/tui/document/result-rows.ts';
import { rowText } from '../../../src/tui/rows/rows.ts';
import { outputOf } from '../../../src/tui/output/output-buffer.ts';

const shown = (text: string, width: number, most: number): readonly string[] => outputRows(outputOf(text), width, most, { unicode: true }).map(rowText);

it('the last lines are whole: the end of a folded one would be taken for a line of its own', () => {
  expect(shown('v85 one two\nv84 one two\nv83 one two\n', 12, 5)).toEqual(['│ … 1 line above: o shows all', '│ v84 one ', '│ two', '│ v83 one ', '│ two']);
  expect(shown('v85 one two\nv84 one two\nv83 one two\n', 12, 4)).toEqual(['│ … 2 lines above: o shows all', '│ v83 one ', '│ two']);
  // A line that alone is higher than the room: its end.
  expect(shown('short\nabcdefghijklmnopqrstuvwxyz\n', 12, 3)).toEqual(['│ … 2 lines above: o shows all', '│ klmnopqrst', '│ uvwxyz']);
});
