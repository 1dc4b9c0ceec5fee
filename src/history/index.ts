export type * from './types.ts';
export { cellText, openCell, plainCell } from './cell-text.ts';
export { composeRow, withCell } from './compose.ts';
export { elideRows } from './elide.ts';
export { outcomeText, outcomeWord } from './outcome-text.ts';
export { rowCells } from './row-cells.ts';
export { runsNewestFirst } from './row-order.ts';
export { spliceRow } from './splice.ts';
export type { Spliced, TablePlace } from './splice.ts';
