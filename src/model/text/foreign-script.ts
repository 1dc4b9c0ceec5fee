import { isAscii } from './ascii.ts';

/** A letter that is no Latin one. */
export const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/u;
const FOREIGN_LETTERS = new RegExp(FOREIGN_LETTER, 'gu');

/** Whether half the letters of a text or more are no Latin ones. */
export function isForeignScript(text: string): boolean {
  if (isAscii(text)) return false;
  const foreign = text.match(FOREIGN_LETTERS)?.length ?? 0;
  return foreign > 1 && foreign * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}
