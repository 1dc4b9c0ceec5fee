// The table of executions in the text of a file: found, its rows in order, one put in, older ones left out.
export { elideRows } from './elide.ts';
export { findTable, historySectionEnd } from './find-table.ts';
export type { FoundTable, TableChoice } from './find-table.ts';
export { addTable, newColumns, sameColumns } from './new-section.ts';
export { cellsAbove, dateColumn } from './row-order.ts';
export { spliceRow } from './splice.ts';
