import { slugOf } from './anchors.ts';
import type { StepDraft } from './drafts.ts';
import type { SectionDraft } from './outline.ts';

/** Stable ids: the name that an author gave, else the section's slug with a counter within it. */
export function stepIds(drafts: readonly StepDraft[], sections: readonly SectionDraft[]): readonly string[] {
  const slugs = sectionSlugs(sections);
  const counts = new Map<number, number>();
  const taken = new Set(drafts.flatMap(({ pins }) => pins.name?.value ?? []));
  const given = new Set<string>();
  return drafts.map(({ pins, section }) => {
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    const name = pins.name?.value;
    const id = name !== undefined && !given.has(name) ? name : free(name ?? `${slugs[section] ?? 'step'}-${count}`, taken);
    taken.add(id);
    given.add(id);
    return id;
  });
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}

/** Sections with the same heading are told apart by the heading around them. */
function sectionSlugs(sections: readonly SectionDraft[]): readonly string[] {
  const taken = new Set<string>();
  return sections.map(({ heading, parent }) => {
    const own = slugOf(heading) || 'step';
    const around = parent === null ? '' : slugOf(sections[parent]?.heading ?? '');
    const slug = free(taken.has(own) && around !== '' ? `${around}-${own}` : own, taken);
    taken.add(slug);
    return slug;
  });
}
