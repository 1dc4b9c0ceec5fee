// Compares what a command showed with what the text expects.
export { visibleText } from './output-text.ts';
export { FOR_THE_OPERATOR, judge } from './verdict.ts';
export type { SeenOutput } from './verdict.ts';
