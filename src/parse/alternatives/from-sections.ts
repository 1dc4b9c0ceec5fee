import type { SectionDraft } from '../sections/index.ts';
import { BY_WAY, COLLECTION, KIND, NAMED, platformOf } from './choice-words.ts';
import type { FoundChoice, FoundGroup } from './found.ts';

/** Sibling sections named as choices: Option A and Option B; Linux and macOS right after each other. A collection of procedures is a menu. */
export function fromSections(sections: readonly SectionDraft[]): readonly FoundGroup[] {
  const named = namedGroups(sections, (heading) => NAMED.exec(heading) ?? KIND.exec(heading) ?? BY_WAY.exec(heading));
  const collections = namedGroups(sections, (heading) => COLLECTION.exec(heading));
  const taken = new Set([...named, ...collections].flat().map(({ index }) => index));
  const platforms = platformGroups(sections.filter(({ index }) => !taken.has(index)));
  const toGroup = (menu: boolean) => (group: readonly SectionDraft[]): FoundGroup => ({ menu, choices: group.map((section) => toChoice(sections, section)) });
  return [...[...named, ...platforms.filter(({ length }) => length > 1)].map(toGroup(false)), ...collections.map(toGroup(true))];
}

function namedGroups(sections: readonly SectionDraft[], named: (heading: string) => RegExpExecArray | null): readonly (readonly SectionDraft[])[] {
  const groups = new Map<string, SectionDraft[]>();
  for (const section of sections) {
    const word = named(section.heading)?.groups?.['word']?.toLowerCase();
    if (word === undefined) continue;
    const key = `${section.parent ?? ''} ${section.depth} ${word}`;
    groups.set(key, [...(groups.get(key) ?? []), section]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function platformGroups(sections: readonly SectionDraft[]): readonly (readonly SectionDraft[])[] {
  const groups: SectionDraft[][] = [];
  const last = new Map<string, { readonly family: number; readonly group: SectionDraft[] }>();
  for (const section of sections) {
    const siblings = `${section.parent ?? ''} ${section.depth}`;
    const family = platformOf(section.heading)?.family ?? -1;
    const before = last.get(siblings);
    if (family >= 0 && before?.family === family) {
      before.group.push(section);
      continue;
    }
    const group = [section];
    if (family >= 0) groups.push(group);
    last.set(siblings, { family, group });
  }
  return groups;
}

/** A section with all that is under its heading. */
function toChoice(sections: readonly SectionDraft[], section: SectionDraft): FoundChoice {
  const next = sections.find(({ index, depth }) => index > section.index && depth <= section.depth);
  const end = next?.headingRange.start ?? sections.at(-1)?.range.end ?? section.range.end;
  const platform = platformOf(section.heading);
  return { label: platform?.label ?? section.heading, range: { start: section.headingRange.start, end }, section: section.index };
}
