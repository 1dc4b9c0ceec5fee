// The execution history of a runbook: its table found and read, a row composed, written and kept where it could not be.
export type * from './types.ts';
export { cellText, openCell, rowCells, unreadableCell } from './cells/index.ts';
export { blankCell, columnMeaning } from './columns/index.ts';
export type { ColumnRole } from './columns/index.ts';
export { dieAt, forgetRow, keepRow, keptRows, recordKept, recordRow, RowTaken } from './recording/index.ts';
export { composeRow, placeRow, prepareRow, runFacts, withCell } from './row/index.ts';
export { findDays, readDate } from './dates/index.ts';
export { historyTotals, outcomeClass, overviewOf, readHistory, sparkline } from './overview/index.ts';
export type { Overview, OverviewRules } from './overview/index.ts';
export { elideRows, findTable } from './table/index.ts';
export type { PreparedRow } from './row/index.ts';
export type { BegunRow, Once } from './recording/index.ts';
