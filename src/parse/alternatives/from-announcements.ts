import { holdsBlock, splitSentences, textOf } from '../markdown/index.ts';
import type { Role, SectionDraft } from '../sections/index.ts';
import { announces, type Announced, asksForAll, countedWays, wantsAll } from './announces.ts';
import { COUNTS } from './choice-words.ts';

/** Sections below a text that says they are to be chosen from. */
interface AnnouncedSections {
  readonly menu: boolean;
  readonly sections: readonly SectionDraft[];
}

/** The sections right below each text that announces a choice: "You have three options", with three sections after it. Numbered ones only where the text counts as many of them. What calls itself a choice is one already. */
export function announcedSections(sections: readonly SectionDraft[], roles: readonly Role[], called: ReadonlySet<number>): readonly AnnouncedSections[] {
  const parts = sections.filter(({ index, depth }) => depth > 0 && roles[index]?.role === 'procedure');
  const partsBelow = Map.groupBy(parts, ({ parent }) => parent);
  return sections.flatMap((section) => {
    const below = partsBelow.get(section.depth === 0 ? null : section.index) ?? [];
    const announced = below.length < 2 || below.some(({ index }) => called.has(index)) ? null : announcedBelow(section);
    if (announced === null) return [];
    const isCounted = announced.count === below.length;
    if (!isCounted && below.every(({ heading }) => COUNTS.test(heading))) return [];
    return [{ menu: announced.how === 'any' || !(isCounted || announced.count === null), sections: below }];
  });
}

/** Whether a section says that those below it are to be done in turn. */
export function asksForAllBelow(section: SectionDraft): boolean {
  return sentencesAbove(section).some(asksForAll);
}

/** What a section says of those below it, in its heading or above them. */
function announcedBelow(section: SectionDraft): { readonly how: Announced; readonly count: number | null } | null {
  const above = sentencesAbove(section);
  if (above.some(wantsAll)) return null;
  const announced = [...above, section.heading].flatMap((sentence) => {
    const how = announces(sentence);
    return how === null ? [] : [{ how, count: countedWays(sentence) }];
  });
  return announced.find(({ how }) => how === 'one') ?? announced[0] ?? null;
}

/** The sentences of a section that stand right above those below it: no block of its own follows. */
function sentencesAbove({ nodes }: SectionDraft): readonly string[] {
  return nodes.slice(nodes.findLastIndex(holdsBlock) + 1).flatMap((node) => (node.type === 'paragraph' ? splitSentences(textOf(node)) : []));
}
