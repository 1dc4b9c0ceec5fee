// Shell as text, before parsing: prompts, placeholders and how they are masked for the parser, whether a line is complete.
export { readComments } from './comments.ts';
export { isCompleteLine } from './complete-line.ts';
export { MASK, findPlaceholders, maskRanges } from './mask.ts';
export { BRACED_PLACEHOLDER } from './placeholder-words.ts';
export { looksTyped, opensRootShell, readPrompts } from './prompts.ts';
export { scanShell } from './scan.ts';
export type { Scan, ScannedHeredoc } from './scanned.ts';
