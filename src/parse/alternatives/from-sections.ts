import { textOf } from '../markdown/index.ts';
import { IS_STEP, type SectionDraft } from '../sections/index.ts';
import { BY_WAY, CASES_HEADING, COLLECTION, KIND, NAMED, platformOf, SYMPTOMS } from './choice-words.ts';
import type { FoundChoice, FoundGroup } from './found.ts';

/** Sibling sections named as choices: Option A and Option B; Linux and macOS right after each other. A collection of procedures or troubles is a menu. */
export function fromSections(sections: readonly SectionDraft[]): readonly FoundGroup[] {
  const named = namedGroups(sections, ({ heading }) => wordOf(NAMED.exec(heading) ?? KIND.exec(heading) ?? BY_WAY.exec(heading)));
  const collections = namedGroups(sections, ({ heading }) => wordOf(COLLECTION.exec(heading)));
  const grouped = new Set([...named, ...collections].flat().map(({ index }) => index));
  const cases = namedGroups(sections, (section) => (!grouped.has(section.index) && isForACase(sections, section) ? '' : undefined));
  const taken = new Set([...grouped, ...cases.flat().map(({ index }) => index)]);
  const platforms = platformGroups(sections.filter(({ index }) => !taken.has(index)));
  const toGroup = (menu: boolean) => (group: readonly SectionDraft[]): FoundGroup => ({ menu, choices: group.map((section) => toChoice(sections, section)) });
  return [...[...named, ...platforms.filter(({ length }) => length > 1)].map(toGroup(false)), ...[...collections, ...cases].map(toGroup(true))];
}

function namedGroups(sections: readonly SectionDraft[], wordFor: (section: SectionDraft) => string | undefined): readonly (readonly SectionDraft[])[] {
  const groups = new Map<string, SectionDraft[]>();
  for (const section of sections) {
    const word = wordFor(section);
    if (word === undefined) continue;
    const key = `${section.parent ?? ''} ${section.depth} ${word}`;
    groups.set(key, [...(groups.get(key) ?? []), section]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function wordOf(match: RegExpExecArray | null): string | undefined {
  return match?.groups?.['word']?.toLowerCase();
}

/** Whether a section is for a trouble or a task of its own: it begins with its symptoms, or what is above it says so of all that it holds. */
function isForACase(sections: readonly SectionDraft[], section: SectionDraft): boolean {
  if (section.depth === 0 || SYMPTOMS.test(section.heading) || IS_STEP.test(section.heading)) return false;
  const above = section.parent === null ? undefined : sections[section.parent];
  if (above !== undefined && CASES_HEADING.test(above.heading)) return true;
  const [first] = section.nodes;
  return (first?.type === 'paragraph' && SYMPTOMS.test(textOf(first).split('\n')[0] ?? '')) || sections.some(({ parent, heading }) => parent === section.index && SYMPTOMS.test(heading));
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
