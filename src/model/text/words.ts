import { isAscii } from './ascii.ts';

/** `1 day`, `2 days`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The words of a text in lower case, without the signs between them. */
export function wordsIn(text: string): readonly string[] {
  // Letters of every alphabet take V8 long to compile.
  return text.toLowerCase().match(isAscii(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a text has all of these words, in whatever order: `console` in `shop-console-prod`. */
export function hasWords(text: string, wanted: readonly string[]): boolean {
  const words = wordsIn(text);
  return wanted.every((word) => words.includes(word));
}

/** A text on one line, with single blanks. */
export function oneLine(text: string): string {
  return (NEEDS_FOLDING.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Most texts are as they should be, which is quicker to see than to make sure of. */
const NEEDS_FOLDING = /\s\s|[^\S ]/;

/** A text of at most `most` characters; the last of a longer one is `…`. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** A text cut after a word, with `…`, if it is longer than `most`. */
export function cutWords(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

/** A part of an address without its escapes; as it is if they are broken. */
export function unescapedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `a, b`; of more than `most` the first, and how many more there are: `a, b and 3 more`. */
export function listFirst(words: readonly string[], most: number): string {
  const shown = words.slice(0, most).join(', ');
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}

/** `a, b and c`. */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
