import fuzzysort from 'fuzzysort';

/** From 0 to 1, as `fuzzysort` counts: below it the letters only happen to occur in the text, `path c` in "Path B: plain rollback". */
const LEAST_SCORE = 0.33;

/** The items whose text has the query, or its letters close together: `chng` finds "Change the route"; best first, all of them for an empty query. */
export function fuzzy<T>(items: readonly T[], query: string, textOf: (item: T) => string): readonly T[] {
  if (query.trim() === '') return items;
  return fuzzysort.go(query, items, { key: textOf, limit: 0, threshold: LEAST_SCORE }).map(({ obj }) => obj);
}
