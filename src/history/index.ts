// The execution history of a runbook: finds and reads its table, composes a row and writes it, or keeps it for later if it cannot be written.
export type * from './types.ts';
export { cellText, OPEN_CELL, unreadableCell } from './cells/index.ts';
export { BLANK_CELL, columnMeaning } from './columns/index.ts';
export type { ColumnRole } from './columns/index.ts';
export { dieAt, forgetRow, keepRow, keptRows, recordKept, recordRow, RowTaken } from './recording/index.ts';
export { factsByHand, prepareRow, runFacts } from './row/index.ts';
export { daysSince, findDays, monthNumber, readDate } from './dates/index.ts';
export { historyTotals, overviewOf, readHistory, wholeRuns } from './overview/index.ts';
export type { Overview } from './overview/index.ts';
export type { PreparedRow } from './row/index.ts';
export type { BegunRow, Once } from './recording/index.ts';
