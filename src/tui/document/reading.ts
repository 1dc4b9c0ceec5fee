import { bottomOf, clamped, compare, distance, firstRow, moved, type Position, type Rows } from './viewport.ts';

/** The position of the view, and how far everything has been on screen since the last step ended. */
export interface Reading {
  readonly top: Position;
  /** The first row that has not been on screen. */
  readonly read: Position;
}

/** The reading after the view shows the rows from `top`: rows that directly follow what was read now count as read. */
export function seen(rows: Rows, { read }: Reading, top: Position, height: number): Reading {
  const bottom = bottomOf(rows, top, height);
  return { top, read: compare(top, firstRow(rows, read)) <= 0 && compare(bottom, read) > 0 ? bottom : read };
}

/** Whether everything up to a place has been on screen. */
export function hasRead({ read }: Reading, end: Position): boolean {
  return compare(read, end) >= 0;
}

/** The next page of unread rows; the last page ends with the command, so that it shows as much of the command as possible. */
export function readOn(rows: Rows, reading: Reading, end: Position, height: number): Reading {
  const isLast = distance(rows, reading.read, end, height + 1) <= height;
  return seen(rows, reading, clamped(rows, isLast ? moved(rows, end, -height) : reading.read, height), height);
}

/**
 * The view when a step has ended, or the walk comes to its first: the way from `from` (the end of what was seen) to `end` (the end of the next command) is to be read.
 * Where nothing has to move, nothing moves; where all fits, what came before stays in view above it.
 */
export function settle(rows: Rows, reading: Reading, way: { readonly from: Position; readonly end: Position; readonly before: Position }, height: number): Reading {
  const { from, end, before } = way;
  const start: Reading = { top: reading.top, read: from };
  const isShown = compare(reading.top, from) <= 0 && compare(bottomOf(rows, reading.top, height), end) >= 0;
  if (isShown) return seen(rows, start, clamped(rows, reading.top, height), height);
  if (distance(rows, from, end, height + 1) > height) return seen(rows, start, clamped(rows, from, height), height);
  // All of the way fits: as much of what came before it as there is room for, from the command that just ran.
  const lowest = moved(rows, end, -height);
  return seen(rows, start, clamped(rows, compare(before, lowest) > 0 ? before : lowest, height), height);
}
