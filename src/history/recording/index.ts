// The row on disk: written in one step, committed, or kept for later if the file cannot be written.
export { dieAt } from './fault.ts';
export { forgetRow, keepRow, keptRows } from './kept-rows.ts';
export { recordKept, recordRow, RowTaken } from './record-row.ts';
export type { BegunRow, Once } from './record-row.ts';
