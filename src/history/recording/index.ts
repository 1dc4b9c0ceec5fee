// The row on disk: written whole, committed, or kept where the file could not take it.
export { dieAt } from './fault.ts';
export { forgetRow, keepRow, keptRows } from './kept-rows.ts';
export { recordKept, recordRow, RowTaken } from './record-row.ts';
export type { BegunRow, Once } from './record-row.ts';
