import type { Runbook, Section } from '../model/index.ts';

/** The section and those around it, innermost first. */
export function enclosing(runbook: Runbook, section: number): readonly Section[] {
  const chain: Section[] = [];
  for (let at: number | null = section; at !== null && chain.length <= runbook.sections.length; ) {
    const found: Section | undefined = runbook.sections[at];
    if (found === undefined) break;
    chain.push(found);
    at = found.parent;
  }
  return chain;
}

/** A heading in the quotes that it does not have itself: as a shell's word, too. */
export function quoted(heading: string): string {
  return heading.includes('"') && !heading.includes("'") ? `'${heading}'` : `"${heading}"`;
}

/** `"Rollback" (line 40)`. */
export function nameSection(section: Section): string {
  return section.heading === '' ? 'what stands before the first heading' : `${quoted(section.heading)} (line ${section.headingSpan.start.line})`;
}

/**
 * Sections that a `--section` means: by anchor, else by its whole heading, else by how a heading begins, by the letter or
 * number of a choice ("B" for "Path B — plain"), else by words in a heading. Only the best of these ways counts.
 */
export function findSections(runbook: Runbook, wanted: string): readonly Section[] {
  const named = runbook.sections.filter(({ heading }) => heading !== '');
  const anchor = wanted.replace(/^#/, '');
  const words = normal(wanted);
  if (words === '') return [];
  const ways: readonly ((section: Section) => boolean)[] = [
    (section) => section.heading === wanted,
    (section) => normal(section.heading) === words,
    (section) => section.anchor === anchor,
    (section) => `${normal(section.heading)} `.startsWith(`${words} `),
    (section) => choiceLetter(section.heading) === words,
    (section) => normal(section.heading).startsWith(words),
    (section) => ` ${normal(section.heading)} `.includes(` ${words} `),
  ];
  for (const way of ways) {
    const found = named.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

function normal(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** `b` of "Option B: restart". */
function choiceLetter(heading: string): string | null {
  return /^(?:option|path|alternative|choice|variant|method|plan|way|approach)\s+([a-z0-9]{1,2})\b/i.exec(heading)?.[1]?.toLowerCase() ?? null;
}
