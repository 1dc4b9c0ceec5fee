/** The text that was looked at last: most are asked for many words in a row. */
let last = { text: '', lowerCase: '' };

/** By pair of neighbouring characters, the last look that met it. Few texts have all pairs of a word, so that seldom a word has to be looked for. */
const met = new Int32Array(1 << 10);
let looks = 0;

/** The text in lower case; what is asked next is about it. */
export function look(text: string): string {
  if (text === last.text) return last.lowerCase;
  const lowerCase = text.toLowerCase();
  last = { text, lowerCase };
  looks++;
  for (let at = 1; at < lowerCase.length; at++) met[pairBefore(lowerCase, at)] = looks;
  return lowerCase;
}

/** Whether the text that was looked at last has a word in lower case, or a part of one. */
export function hasWord(word: string): boolean {
  for (let at = 1; at < word.length; at++) if (met[pairBefore(word, at)] !== looks) return false;
  return last.lowerCase.includes(word);
}

/** The pair that ends there: 5 bits of each character, which tell small letters apart. */
function pairBefore(text: string, at: number): number {
  return ((text.charCodeAt(at - 1) & 31) << 5) | (text.charCodeAt(at) & 31);
}
