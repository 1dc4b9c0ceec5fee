import type { Coming } from './entry.ts';

/** How much of what a runbook comes to stands in an entry, by digests of its code and of what is done by hand: 1 for all. */
export function likeness(entry: string, { steps }: Coming): number {
  const digests = [...new Set(steps.flatMap(({ words, pieces }) => [...(words === null ? [] : [words]), ...pieces.map(({ code }) => code)]))];
  return digests.length === 0 ? 0 : digests.filter((digest) => entry.includes(digest)).length / digests.length;
}
