/** The items whose text has the query, or its letters in the order of the words: `chng`, `rlbk` for "Roll back"; closest first, all of them for an empty query. */
export function fuzzy<T>(items: readonly T[], query: string, textOf: (item: T) => string): readonly T[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return items;
  return items
    .map((item) => ({ item, score: scoreOf(textOf(item).toLowerCase(), wanted) }))
    .filter(({ score }) => score < Infinity)
    .toSorted((a, b) => a.score - b.score)
    .map(({ item }) => item);
}

/** 0 where the text begins with the query, then where a word does, then anywhere; else how far its letters lie apart. */
function scoreOf(text: string, wanted: string): number {
  const whole = text.indexOf(wanted);
  if (whole >= 0) return whole === 0 ? 0 : /\w/.test(text[whole - 1] ?? '') ? 2 : 1;
  return 3 + lettersApart(text, [...wanted.replace(/[^\p{L}\p{N}]+/gu, '')]);
}

/** Over how much of the text the letters lie: the first begins a word, and each further one stands in the same word or begins a later one. Letters that merely occur somewhere are no match. */
function lettersApart(text: string, letters: readonly string[]): number {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const [first, ...others] = letters;
  /** Where the letters so far can end, with the latest place where they begin. */
  let ends = new Map(words.filter(({ start }) => text[start] === first).map(({ start }) => [start, start]));
  for (const letter of others) {
    const further = new Map<number, number>();
    let before = -1;
    for (const { start, end } of words) {
      let inWord = -1;
      for (let at = start; at < end; at++) {
        const begin = at === start ? before : inWord;
        if (text[at] === letter && begin >= 0) further.set(at, begin);
        inWord = Math.max(inWord, ends.get(at) ?? -1);
      }
      before = Math.max(before, inWord);
    }
    ends = further;
  }
  return Math.min(...[...ends].map(([end, begin]) => end - begin));
}
