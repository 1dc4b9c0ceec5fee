import type { allFindings } from '../../lint/index.ts';

/** A finding of a report, with its file. */
export type Finding = ReturnType<typeof allFindings>[number];

/** What identifies a finding even where lines have moved: its rule, file and line of text, and how many findings so far have had the same. */
export interface FindingKey {
  readonly key: string;
  readonly count: number;
}

/** Gives the findings of a report their keys, in their order. */
export function findingKeys(): (finding: Finding) => FindingKey {
  const seen = new Map<string, number>();
  return ({ file, diagnostic: { rule, span } }) => {
    const key = JSON.stringify([rule, file.path, file.line(span.start).trim()]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { key, count };
  };
}
