/** The items whose text has the letters of the query in its order, closest first; all of them for an empty query. */
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
  let at = -1;
  let first = -1;
  for (const letter of wanted.replace(/\s+/g, '')) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return Infinity;
    if (first < 0) first = at;
  }
  return 3 + at - first;
}
