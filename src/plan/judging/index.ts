// Compares what a command showed with what the text expects.
export { visibleText } from './output-text.ts';
export { judge } from './verdict.ts';
export type { SeenOutput } from './verdict.ts';
