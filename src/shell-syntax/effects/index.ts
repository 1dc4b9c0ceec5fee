// What commands do: read, change or destroy, need a terminal, do not end, print a secret. The tables are data, a line a command.
export { findEffects } from './effects.ts';
export { findMarks } from './marks.ts';
export { matchPattern } from './pattern.ts';
export { readTable, rowsFor } from './table.ts';
export type { CommandTable } from './table.ts';
