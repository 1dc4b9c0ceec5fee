// The row on disk: written whole, committed, or kept where the file could not take it.
export { commitMessage } from './commit-row.ts';
export { dieAt } from './fault.ts';
export { forgetRow, keepRow, keptFolder, keptRow, keptRows } from './kept-rows.ts';
export { recordKept, recordRow, RowTaken } from './record-row.ts';
export type { BegunRow, Once, RecordOptions } from './record-row.ts';
