// The text of one cell: written, read, escaped and worded.
export { inMarksOf, likeAbove } from './cell-style.ts';
export { cellText, oneLine, OPEN_CELL, plainCell } from './cell-text.ts';
export { outcomeDetail, outcomeHead, outcomeSeparator, outcomeText, saysResumed } from './outcome-text.ts';
export { unreadableCell } from './readable-cell.ts';
export { rowCells } from './row-cells.ts';
export type { RowCells } from './row-cells.ts';
