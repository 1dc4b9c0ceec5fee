import { slugOf } from '../markdown/index.ts';
import type { StepDraft } from '../blocks/index.ts';
import type { SectionDraft } from '../sections/index.ts';

/** Stable ids: the name that an author gave, else the section's slug with a counter within it. */
export function stepIds(drafts: readonly StepDraft[], sections: readonly SectionDraft[]): readonly string[] {
  const slugs = sectionSlugs(sections);
  const counts = new Map<number, number>();
  const names = new Names(drafts.flatMap(({ pins }) => pins.name?.value ?? []));
  const given = new Set<string>();
  return drafts.map(({ pins, section }) => {
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    const name = pins.name?.value;
    const id = name !== undefined && !given.has(name) ? name : names.take(name ?? `${slugs[section] ?? 'step'}-${count}`);
    given.add(id);
    return id;
  });
}

/** Gives out names, a number after those that are taken; it remembers how far it counted. */
class Names {
  private readonly taken: Set<string>;
  private readonly counts = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  has(name: string): boolean {
    return this.taken.has(name);
  }

  take(wanted: string): string {
    let id = wanted;
    for (let count = this.counts.get(wanted) ?? 2; this.taken.has(id); count++) {
      id = `${wanted}-${count}`;
      this.counts.set(wanted, count + 1);
    }
    this.taken.add(id);
    return id;
  }
}

/** Sections with the same heading are told apart by the heading around them. */
function sectionSlugs(sections: readonly SectionDraft[]): readonly string[] {
  const names = new Names();
  return sections.map(({ heading, parent }) => {
    const own = slugOf(heading) || 'step';
    const around = parent === null ? '' : slugOf(sections[parent]?.heading ?? '');
    return names.take(names.has(own) && around !== '' ? `${around}-${own}` : own);
  });
}
