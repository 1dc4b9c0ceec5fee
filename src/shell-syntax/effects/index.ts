// What commands do: read, change or destroy, need a terminal, never end, print a secret. The tables are data, one line per command.
export { isKnownProgram } from './classify.ts';
export { findEffects } from './effects.ts';
export { findMarks } from './marks.ts';
export { matchPattern } from './pattern.ts';
export { readTable, rowsFor } from './table.ts';
export type { CommandTable } from './table.ts';
