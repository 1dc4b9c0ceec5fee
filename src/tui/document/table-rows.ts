import { displayWidth } from '../../model/index.ts';
import { drawn, row, type Row, segment, type Segment, textOf } from '../rows/rows.ts';
import { widthOf, wrapWords } from '../rows/wrap.ts';
import type { TableBlock } from './document-block.ts';

const BETWEEN = '  ';
/** Below this many cells a column is no column: the table is told line by line. */
const NARROWEST = 8;

type Cell = readonly Segment[];

/** A table in columns, cells folded at words where it is wider than its room; where a word would be cut, one cell a line. */
export function tableRows({ header, rows }: Pick<TableBlock, 'header' | 'rows'>, width: number): readonly Row[] {
  const count = Math.max(header.length, ...rows.map((cells) => cells.length));
  const natural = Array.from({ length: count }, (_, i) => Math.max(1, ...[header, ...rows].map((cells) => widthOf(cells[i] ?? []))));
  const words = Array.from({ length: count }, (_, i) => Math.max(1, ...[header, ...rows].map((cells) => longestWord(cells[i] ?? []))));
  const widths = columnWidths(natural, words, width - BETWEEN.length * (count - 1));
  if (widths === null) return stackedRows(header, rows, width);
  const rule = row(drawn(widths.map((cells) => '─'.repeat(cells)).join(BETWEEN), 'muted'));
  return [...(header.length === 0 ? [] : [...lineRows(header, widths), rule]), ...rows.flatMap((cells) => lineRows(cells, widths))];
}

function longestWord(cell: Cell): number {
  return Math.max(0, ...textOf(cell).split(/\s+/).map((text) => displayWidth(text)));
}

/** Narrow columns keep their width, the wide ones share what is left; none is narrower than its longest word. */
function columnWidths(natural: readonly number[], words: readonly number[], room: number): readonly number[] | null {
  if (words.reduce((sum, cells) => sum + cells, 0) > room) return null;
  const widths = shared(natural.map((cells, i) => cells - (words[i] ?? 0)), room - words.reduce((sum, cells) => sum + cells, 0)).map((cells, i) => cells + (words[i] ?? 0));
  return widths.some((cells, i) => cells < NARROWEST && cells < (natural[i] ?? 0)) ? null : widths;
}

/** So many cells shared out among those who want some: who wants little gets all of it. */
function shared(wanted: readonly number[], room: number): readonly number[] {
  let open = wanted.map((_, i) => i);
  let left = room;
  const widths = wanted.map(() => 0);
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    const narrow = open.filter((i) => (wanted[i] ?? 0) <= share);
    const settled = narrow.length === 0 ? open : narrow;
    for (const i of settled) widths[i] = Math.min(wanted[i] ?? 0, share);
    left -= settled.reduce((sum, i) => sum + (widths[i] ?? 0), 0);
    open = open.filter((i) => !settled.includes(i));
  }
  return widths;
}

function lineRows(cells: readonly Cell[], widths: readonly number[]): readonly Row[] {
  const folded = widths.map((width, i) => wrapWords(cells[i] ?? [], width));
  const height = Math.max(1, ...folded.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => row(...widths.flatMap((width, i) => padded(folded[i]?.[line] ?? [], width, i === widths.length - 1))));
}

function padded(cell: Cell, width: number, last: boolean): readonly Segment[] {
  return last ? cell : [...cell, segment(' '.repeat(width - widthOf(cell)) + BETWEEN)];
}

function stackedRows(header: readonly Cell[], rows: readonly (readonly Cell[])[], width: number): readonly Row[] {
  return rows.flatMap((cells, i) => [
    ...(i === 0 ? [] : [row()]),
    ...cells.flatMap((cell, column) => wrapWords([...(header[column] === undefined ? [] : [...header[column], segment(': ')]), ...cell], width).map((segments) => ({ segments }))),
  ]);
}
