// The history table in the text of a file: finds it, tells the order of its rows, and inserts one.
export { findTable, historySectionEnd } from './find-table.ts';
export type { FoundTable, TableChoice } from './find-table.ts';
export { addTable, newColumns, sameColumns } from './new-section.ts';
export { cellsAbove, dateColumn, runsNewestFirst } from './row-order.ts';
export { spliceRow } from './splice.ts';
