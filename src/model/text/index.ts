// Helpers for plain text: its width, hidden characters, globs and patterns, names of secrets.
export { agentName, isAgent } from './agent-name.ts';
export { ALERT } from './alert.ts';
export { isAscii } from './ascii.ts';
export { closest, typingErrors } from './closest.ts';
export { colouredText, openSequence } from './colours.ts';
export { eachText } from './each-text.ts';
export { isForeignScript } from './foreign-script.ts';
export { isGlob, matchesGlob, matchesWithStars } from './glob.ts';
export { isMarkdownName } from './file-names.ts';
export { firstCodeLine, isCodeLine, isOnNextLine, lastWritten, lineAround, lineAt, lineStart, withoutBlankEnds } from './lines.ts';
export { ENVIRONMENT_WORDS, environmentWordsOf, foldName } from './names.ts';
export { compilePattern } from './pattern.ts';
export { isSecretName, secretParts } from './secret-name.ts';
export { isVisible, jsonEscape, replaceHidden, visible, visibleData, visibleLine, visibleProse } from './visible.ts';
export { displayWidth, graphemes } from './width.ts';
export { allOf, beginningWith, having, oneOf } from './word-pattern.ts';
export { counted, cutText, cutWords, listFirst, listWords, oneLine, unescapedUri, wordsIn } from './words.ts';
export { BRACKET_COMMAND, endsMidLine, inertLines, isCi, openCommand } from './workflow-lines.ts';
