import { type Section, wordsIn } from '../../model/index.ts';

/** A heading in quotes that it does not contain itself, so that it can be pasted into a shell. */
export function quoted(heading: string): string {
  return heading.includes('"') && !heading.includes("'") ? `'${heading}'` : `"${heading}"`;
}

/** `"Rollback" (line 40)`. */
export function nameSection(section: Section): string {
  return section.heading === '' ? 'what stands before the first heading' : `${quoted(section.heading)} (line ${section.headingSpan.start.line})`;
}

/**
 * What a `--section` refers to: by anchor, else by the whole heading, else by the beginning of a heading, by the letter or
 * number of a choice ("B" for "Path B — plain"), else by words in a heading. Only the best of these ways counts.
 */
export function bestMatches<T extends { readonly heading: string; readonly anchor: string }>(named: readonly T[], wanted: string): readonly T[] {
  const anchor = wanted.replace(/^#/, '');
  const words = normal(wanted);
  if (words === '') return [];
  const ways: readonly ((item: T) => boolean)[] = [
    ({ heading }) => heading === wanted,
    ({ heading }) => normal(heading) === words,
    (item) => item.anchor === anchor,
    ({ heading }) => `${normal(heading)} `.startsWith(`${words} `),
    ({ heading }) => choiceLetter(heading) === words,
    ({ heading }) => normal(heading).startsWith(words),
    ({ heading }) => ` ${normal(heading)} `.includes(` ${words} `),
  ];
  for (const way of ways) {
    const found = named.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

function normal(text: string): string {
  return wordsIn(text).join(' ');
}

/** `b` of "Option B: restart". */
function choiceLetter(heading: string): string | null {
  return /^(?:option|path|alternative|choice|variant|method|plan|way|approach)\s+([a-z0-9]{1,2})\b/i.exec(heading)?.[1]?.toLowerCase() ?? null;
}
