// The columns of a history table: what each is for, by its heading, and how its durations are written.
export { BLANK_CELL, DIRECTION_WORDS, OUTCOME_WORDS, TEMPLATE_DATE } from './column-names.ts';
export type { ColumnRole } from './column-names.ts';
export { columnMeaning, nameKey } from './column-role.ts';
export type { ColumnMeaning } from './column-role.ts';
export { readDuration } from './duration-read.ts';
export { durationLike } from './duration-style.ts';
