import type { PlannedPiece } from '../types.ts';

/** The word that made an effect, with the values that its command has now: where a file is copied to is no placeholder. */
export function filledWord({ replaced }: Pick<PlannedPiece, 'replaced'>, word: string): string {
  const values = new Map(replaced.filter(({ was, now }) => was !== '' && was !== now).map(({ was, now }) => [was, now]));
  const longestFirst = [...values].toSorted(([a], [b]) => b.length - a.length);
  return longestFirst.reduce((text, [was, now]) => text.replaceAll(was, () => now), word);
}
