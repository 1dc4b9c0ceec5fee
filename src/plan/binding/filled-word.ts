import type { PlannedPiece } from '../types.ts';

/** The word that an effect was read from, with values filled in, so that e.g. the destination of a copy does not show as a placeholder. */
export function filledWord({ replaced }: Pick<PlannedPiece, 'replaced'>, word: string): string {
  const values = new Map(replaced.filter(({ was, now }) => was !== '' && was !== now).map(({ was, now }) => [was, now]));
  const longestFirst = [...values].toSorted(([a], [b]) => b.length - a.length);
  return longestFirst.reduce((text, [was, now]) => text.replaceAll(was, () => now), word);
}
