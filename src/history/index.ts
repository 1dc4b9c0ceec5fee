// The execution history of a runbook: its table found and read, a row composed, written and kept where it could not be.
export type * from './types.ts';
export { cellText, openCell, outcomeText, outcomeWord, plainCell, rowCells, unreadableCell } from './cells/index.ts';
export { blankCell, columnMeaning } from './columns/index.ts';
export type { ColumnMeaning, ColumnRole } from './columns/index.ts';
export { commitMessage, dieAt, forgetRow, keepRow, keptFolder, keptRow, keptRows, recordKept, recordRow, RowTaken } from './recording/index.ts';
export { composeRow, placeRow, prepareRow, runFacts, withCell } from './row/index.ts';
export { findDays, readDate } from './dates/index.ts';
export { historyTotals, outcomeClass, overviewOf, readHistory, sparkline } from './overview/index.ts';
export type { Overview, OverviewRules } from './overview/index.ts';
export { addTable, chooseTable, elideRows, findTable, newColumns, runsNewestFirst, sameColumns, spliceRow } from './table/index.ts';
export type { FoundTable, Spliced, TableChoice, TablePlace } from './table/index.ts';
export type { BesideRun, PlacedRow, PreparedRow } from './row/index.ts';
export type { BegunRow, Once, RecordOptions } from './recording/index.ts';
