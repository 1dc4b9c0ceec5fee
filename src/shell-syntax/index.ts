// Shell as the program understands it; the only folder that parses it.
export { literalValue, setsUnknown } from './assigned-value.ts';
export { analyzeShell } from './analyze.ts';
export { isNumbered, titleText } from './comment-titles.ts';
export { urlHosts } from './hosts.ts';
export { readInvocation } from './invocation.ts';
export { occurrences } from './occurrences.ts';
export { cutPieces } from './pieces.ts';
export { isPlainWord, quoteWord } from './plain-word.ts';
export { blockPrompt, placePrompt, proseCloses, proseOpener, readSessions } from './sessions/index.ts';
export type { ElsewhereLines, PlacePrompt, SessionBlock } from './sessions/index.ts';
export { isOwnFolder, isShellVariable } from './shell-variables.ts';
export { isShellsOwn } from './shell-words.ts';
export { BRACED_PLACEHOLDER, looksTyped, opensRootShell, readPrompts } from './text/index.ts';
