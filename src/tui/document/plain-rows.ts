import { visible, visibleProse } from '../../model/index.ts';
import { ByWidth } from '../rows/memo.ts';
import { drawn, type Row, type Segment, segment } from '../rows/rows.ts';
import { foldCode, widthOf, wrapWords } from '../rows/wrap.ts';
import type { PlainBlock } from './document-block.ts';
import { tableRows } from './table-rows.ts';

/** Prose wider than this is hard to read, however wide the screen. */
const MEASURE = 100;

const made = new ByWidth<PlainBlock, readonly Row[]>();

/** The rows of a block in which nothing runs, folded to a width; made once per width. */
export function plainRows(block: PlainBlock, width: number): readonly Row[] {
  return made.get(block, String(width), () => {
    const room = Math.max(10, width - widthOf(block.rest));
    return indented(contentRows(block, room), block);
  });
}

/** Rows behind a list's marker or a quote's bar. */
export function indented(rows: readonly Row[], { first, rest }: Pick<PlainBlock, 'first' | 'rest'>): readonly Row[] {
  if (first.length === 0 && rest.length === 0) return rows;
  return rows.map((row, i) => ({ ...row, segments: [...(i === 0 ? first : rest), ...row.segments] }));
}

function contentRows(block: PlainBlock, room: number): readonly Row[] {
  switch (block.kind) {
    case 'words':
      return plainRowsOf(wrapWords(block.segments, Math.min(room, MEASURE)));
    case 'heading':
      return plainRowsOf(wrapWords([segment(visibleProse(block.text), ...(block.depth <= 2 ? (['heading'] as const) : (['strong'] as const)))], room));
    case 'table':
      return tableRows(block, room);
    case 'shown':
      return shownRows(block.text, room);
    case 'rule':
      return [{ segments: [drawn('─'.repeat(Math.min(room, MEASURE)), 'muted')] }];
  }
}

/** Text as it stands, behind a dotted bar: nothing of it runs, and no command wrote it. */
export function shownRows(text: string, room: number): readonly Row[] {
  const lines = visible(text).replace(/\n+$/, '').replaceAll('\t', '    ').split('\n');
  return lines.flatMap((line) => plainRowsOf(foldCode([segment(line, 'muted')], room - 2))).map(({ segments }) => ({ segments: [drawn('┊ ', 'muted'), ...segments] }));
}

/** Folded lines as rows. */
export function plainRowsOf(lines: readonly (readonly Segment[])[]): readonly Row[] {
  return lines.map((segments) => ({ segments }));
}
