import { expect, it } from 'vitest';
import { rowText } from '../../../src/tui/rows/rows.ts';
import { messageRows } from '../../../src/tui/scene/message-place.ts';

it('what the operator is told is folded where there is room, and cut with a mark where there is none', () => {
  const rows = (most: number): readonly string[] => messageRows('paste ignored: nothing is asking for input', 30, most, { unicode: true }).map((each) => rowText(each).trimEnd());
  expect(rows(3)).toEqual(['paste ignored: nothing is', 'asking for input']);
  expect(rows(1)).toEqual(['paste ignored: nothing is ask…']);
  expect(rows(-2)).toHaveLength(1);
});
