import type { Line } from './lines.ts';

/** A row of the document: an index into its blocks, and a row within that block's lines. */
export interface Position {
  readonly block: number;
  readonly row: number;
}

/** The document as rows: the number of blocks, and the lines of one. Only blocks near the view are ever asked for. */
export interface Rows {
  readonly count: number;
  lines(block: number): readonly Line[];
}

/** The first row. */
export const TOP: Position = { block: 0, row: 0 };

/** Negative if `a` comes before `b`. */
export function compare(a: Position, b: Position): number {
  return a.block - b.block || a.row - b.row;
}

/** The same place as a row that is there: below the last row of a block is the first of the next that has any. */
export function firstRow(rows: Rows, from: Position): Position {
  let { block, row } = from;
  for (; block < rows.count && row >= rows.lines(block).length; row = 0) block++;
  return { block, row };
}

/** The place some rows down (or up), not past either end. */
export function moved(rows: Rows, from: Position, by: number): Position {
  return by < 0 ? movedUp(rows, from, -by) : movedDown(rows, from, by);
}

function movedDown(rows: Rows, from: Position, by: number): Position {
  let { block, row } = from;
  for (let left = by; ; block++, row = 0) {
    const height = rows.lines(block).length;
    if (row + left < height) return { block, row: row + left };
    if (block >= rows.count - 1) return { block, row: Math.max(0, height - 1) };
    left -= Math.max(0, height - row);
  }
}

function movedUp(rows: Rows, from: Position, by: number): Position {
  let { block, row } = from;
  let left = by;
  while (row < left) {
    if (block <= 0) return TOP;
    left -= row;
    block--;
    row = rows.lines(block).length;
  }
  return { block, row: row - left };
}

/** Rows from one place to another, counted up to a limit. */
export function distance(rows: Rows, from: Position, to: Position, limit: number): number {
  let total = -from.row;
  for (let block = from.block; block < to.block && total < limit; block++) total += rows.lines(block).length;
  return Math.min(limit, total + (from.block <= to.block ? to.row : 0));
}

/** The furthest top at which the last row of the document is at the bottom. */
export function lastTop(rows: Rows, height: number): Position {
  const last = Math.max(0, rows.count - 1);
  return moved(rows, { block: last, row: rows.lines(last).length }, -height);
}

/** A top within the document: never past the last screen. A block that has become shorter keeps the place. */
export function clamped(rows: Rows, { block, row }: Position, height: number): Position {
  const at = Math.max(0, Math.min(block, rows.count - 1));
  const inside = { block: at, row: Math.max(0, Math.min(row, rows.lines(at).length)) };
  const last = lastTop(rows, height);
  return compare(inside, last) > 0 ? last : inside;
}

/** The first row below a screen that begins at a top. */
export function bottomOf(rows: Rows, top: Position, height: number): Position {
  let { block } = top;
  let left = height + top.row;
  for (; block < rows.count; block++) {
    const lines = rows.lines(block).length;
    if (left < lines) return { block, row: left };
    left -= lines;
  }
  return { block: rows.count, row: 0 };
}

/** What is on screen of each block, from a top, in so many rows. */
export function visible(rows: Rows, top: Position, height: number): readonly { readonly block: number; readonly lines: readonly Line[] }[] {
  const shown: { block: number; lines: readonly Line[] }[] = [];
  let left = height;
  for (let { block, row } = top; block < rows.count && left > 0; block++, row = 0) {
    const lines = rows.lines(block).slice(row, row + left);
    if (lines.length > 0) shown.push({ block, lines });
    left -= lines.length;
  }
  return shown;
}
