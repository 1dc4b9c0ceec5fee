import { isAscii } from './ascii.ts';

const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/u;
const FOREIGN_LETTERS = new RegExp(FOREIGN_LETTER, 'gu');

/**
 * Whether more than a third of the words of a text are in other letters than Latin ones, or half of its letters, so that too few are understood.
 * The names of commands and products are Latin in all of them, and some have no blanks between their words. One letter by itself is a sign: `Δ`.
 */
export function isForeignScript(text: string): boolean {
  const foreign = isAscii(text) ? 0 : (text.match(FOREIGN_LETTERS)?.length ?? 0);
  if (foreign < 2) return false;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => FOREIGN_LETTER.test(word)).length * 3 > words.length || foreign * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}
