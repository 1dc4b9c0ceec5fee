import { type Row, segment } from './rows.ts';
import { widthOf } from './wrap.ts';

const BETWEEN = '  ';

/** Two columns of rows: the right one as wide as it needs to be, at most half; the left one gets the rest. */
export function beside(left: (width: number) => readonly Row[], right: (width: number) => readonly Row[], room: number): readonly Row[] {
  const half = Math.floor((room - BETWEEN.length) / 2);
  const rightRows = right(half);
  const leftWidth = room - BETWEEN.length - Math.max(...rightRows.map(({ segments }) => widthOf(segments)));
  const leftRows = left(leftWidth);
  return Array.from({ length: Math.max(leftRows.length, rightRows.length) }, (_, i): Row => {
    const { segments: first = [] } = leftRows[i] ?? {};
    const { segments: second = [] } = rightRows[i] ?? {};
    return { segments: second.length === 0 ? first : [...first, segment(' '.repeat(Math.max(0, leftWidth - widthOf(first))) + BETWEEN), ...second] };
  });
}
