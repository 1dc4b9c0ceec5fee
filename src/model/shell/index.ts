// What is known of shell code: its words and commands, what they do, what is hidden in comments and heredocs, characters that are not what they look like.
export { commentWords } from './comment-words.ts';
export { effectWords, isStronger, strongestEffect } from './effect.ts';
export type { Effect } from './effect.ts';
export { isHidden, isQuoted } from './hidden-code.ts';
export { characterName, meantCharacter, oddCharacters } from './odd-characters.ts';
export type * from './shell.ts';
