import type { Coming } from './entry.ts';

/** The share of a runbook that is in an entry, by digests of code and manual steps: 1 for all of it. */
export function likeness(entry: string, { steps }: Coming): number {
  const digests = [...new Set(steps.flatMap(({ words, pieces }) => [...(words === null ? [] : [words]), ...pieces.map(({ code }) => code)]))];
  return digests.length === 0 ? 0 : digests.filter((digest) => entry.includes(digest)).length / digests.length;
}
