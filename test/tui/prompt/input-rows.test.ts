import { expect, it } from 'vitest';
import { rowText } from '../../../src/tui/rows/rows.ts';
import { inputRows } from '../../../src/tui/prompt/input-rows.ts';
import type { TextField } from '../../../src/tui/state/text-field.ts';

const rowsOf = (field: TextField): readonly string[] => inputRows(field, 12, { theme: { unicode: true }, active: true, secret: false, most: 3 }).map(rowText);
const lines = Array.from({ length: 9 }, (_, i) => `line ${i}`).join('\n');

it('shows a text that has room whole', () => {
  expect(rowsOf({ value: 'one\ntwo', cursor: 0 })).toEqual(['› one', '  two']);
});

it('shows of a long one the rows around the cursor, with a mark where it goes on', () => {
  expect(rowsOf({ value: lines, cursor: 0 })).toEqual(['› line 0', '  line 1', '… line 2']);
  expect(rowsOf({ value: lines, cursor: lines.indexOf('4') })).toEqual(['… line 3', '  line 4', '… line 5']);
  expect(rowsOf({ value: lines, cursor: lines.length })).toEqual(['… line 6', '  line 7', '  line 8 ']);
});
