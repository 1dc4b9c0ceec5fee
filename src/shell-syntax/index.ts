// Shell as the program understands it; the only folder that parses it.
export { literalValue, setsUnknown } from './assigned-value.ts';
export { analyzeShell } from './analyze.ts';
export { cutPieces, isNumbered, opensCase, titleText } from './pieces/index.ts';
export { isKnownProgram } from './effects/index.ts';
export { urlHosts } from './hosts.ts';
export { calledName, readInvocation } from './commands/index.ts';
export { occurrences } from './occurrences.ts';
export { isPlainWord, quoteWord } from './plain-word.ts';
export { blockPrompt, placePrompt, proseCloses, proseOpener, proseTypedAt, readSessions, withName } from './sessions/index.ts';
export type { ElsewhereLines, PlacePrompt, SessionBlock } from './sessions/index.ts';
export { isOwnFolder, isShellVariable } from './shell-variables.ts';
export { isShellsOwn } from './shell-words.ts';
export { BRACED_PLACEHOLDER, isCompleteLine, looksTyped, opensRootShell, readPrompts } from './text/index.ts';
