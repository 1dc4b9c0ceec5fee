import { columnMeaning, TEMPLATE_DATE } from '../columns/index.ts';
import { dayOrder, readDate } from '../dates/index.ts';
import type { TableSample } from '../types.ts';

/** The index of the date column, or -1. */
export function dateColumn(columns: readonly string[]): number {
  for (const role of ['date', 'started', 'time', 'ended']) {
    const index = columns.findIndex((column) => columnMeaning(column).role === role);
    if (index !== -1) return index;
  }
  return -1;
}

/** Whether the newest row comes first: the readable dates decrease more often than they increase. */
export function runsNewestFirst(table: TableSample): boolean {
  const column = dateColumn(table.columns);
  if (column === -1) return false;
  const order = dayOrder(table.rows.map((row) => row[column] ?? ''));
  const clock = table.columns.findIndex((name) => columnMeaning(name).role === 'time');
  const times = table.rows.flatMap((row) => readDate(row[column] ?? '', order, clock === -1 ? '' : row[clock])?.getTime() ?? []);
  let balance = 0;
  for (let i = 1; i < times.length; i++) balance += Math.sign((times[i - 1] ?? 0) - (times[i] ?? 0));
  return balance > 0;
}

/** The cells of a column that say something, nearest to the new row first; template rows do not count. */
export function cellsAbove(table: TableSample, column: number, blank: RegExp): readonly string[] {
  const when = dateColumn(table.columns);
  const cells = table.rows.filter((row) => when === -1 || !TEMPLATE_DATE.test(row[when] ?? '')).map((row) => row[column] ?? '').filter((cell) => !blank.test(cell));
  return runsNewestFirst(table) ? cells : cells.reverse();
}
