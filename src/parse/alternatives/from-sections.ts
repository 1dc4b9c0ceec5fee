import type { CodeRange, Effect } from '../../model/index.ts';
import { saysWhatToDo, textOf } from '../markdown/index.ts';
import { levelOf, type Role, SAYS_PART, type SectionDraft } from '../sections/index.ts';
import { BEGINS_OTHER_WAY, BY_MEANS, BY_WAY, CALLED_OTHER_WAY, CASES_HEADING, COLLECTION, COLLECTION_TITLE, COUNTS, HOW_TO, IN_A_WAY, KIND, MAINTENANCE_TITLE, MENU_HEADING, NAMED, OR_HEADING, ORDINAL, platformOf, PROCEDURES_HEADING, sameBut, sameByTool, SYMPTOMS, WANTED_WHEN, WAY_IN_PARENTHESES } from './choice-words.ts';
import type { FoundChoice, FoundGroup } from './found.ts';
import { announcedSections, asksForAllBelow } from './from-announcements.ts';
import { isTrouble } from './is-trouble.ts';
import { thingsOfTitle } from './things-of-title.ts';
import { putsBack, waysOut } from './ways-out.ts';

/** The sections of a file, with their roles and its title. */
export interface Outline {
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly Role[];
  readonly title: string;
  /** The effects of the commands in a part of the file. */
  readonly effectsIn: (range: CodeRange) => ReadonlySet<Effect>;
}

/** Sibling sections named as choices: Option A and Option B; Linux and macOS right after each other; what a sentence above them announces. A collection of procedures or troubles is a menu. */
export function fromSections(outline: Outline): readonly FoundGroup[] {
  const { sections, roles } = outline;
  const toGroup = (group: readonly SectionDraft[], menu: boolean): FoundGroup => ({ menu, choices: group.map((section) => toChoice(sections, section)) });
  const named = namedGroups(sections, ({ heading }) => nameOfWay(heading));
  const collections = namedGroups(sections, ({ heading }) => wordOf(COLLECTION.exec(heading)));
  const called = indexesOf([...named, ...collections]);
  const announced = announcedSections(sections, roles, called);
  const grouped = new Set([...called, ...indexesOf(announced.map((group) => group.sections))]);
  const cases = namedGroups(sections.filter(({ index }) => !grouped.has(index)), (section) => caseOf(outline, section));
  const known = new Set([...grouped, ...indexesOf(cases)]);
  const things = thingsOf(outline, sections.filter(({ index }) => !known.has(index)));
  const out = waysOutOf(outline, sections.filter(({ index }) => !known.has(index)));
  const taken = new Set([...known, ...indexesOf([...things, ...out])]);
  const platforms = siblingRuns(sections.filter(({ index }) => !taken.has(index)), isSameFamily);
  const otherWays = siblingRuns(sections.filter(({ index }) => !grouped.has(index) || called.has(index)), (section, before) => isOtherWay(section, roles[before.index]));
  return [
    ...[...named, ...otherWays, ...platforms].map((group) => toGroup(group, false)),
    ...collections.map((group) => toGroup(group, true)),
    ...announced.map((group) => ({ ...toGroup(group.sections, group.menu), unnamed: true })),
    ...things.map((group) => ({ ...toGroup(group, true), unnamed: true })),
    ...out.map((group) => toGroup(group, true)),
    ...cases.map((group) => ({ ...toGroup(group, true), unnamed: true })),
  ];
}

/** The ways out of one trouble, for each heading that holds several. */
function waysOutOf({ sections, roles, title, effectsIn }: Outline, free: readonly SectionDraft[]): readonly (readonly SectionDraft[])[] {
  const parts = free.filter(({ index, depth }) => depth > 0 && roles[index]?.role === 'procedure' && roles[index]?.from === null);
  return [...Map.groupBy(parts, levelOf).values()].flatMap((siblings) => {
    const above = sections[siblings[0]?.parent ?? -1];
    const out = waysOut(siblings, { above: above?.heading ?? title, effectsIn: (section) => effectsIn(toChoice(sections, section).range) });
    return out.length === 0 || (above !== undefined && asksForAllBelow(above)) ? [] : [out];
  });
}

/** The things right below the title that it speaks of in the plural. */
function thingsOf({ sections, roles, title, effectsIn }: Outline, free: readonly SectionDraft[]): readonly (readonly SectionDraft[])[] {
  const titled = sections.findIndex(({ depth }) => depth === 1);
  const below = free.filter(({ depth, parent }) => depth > 1 && (parent === null || parent === titled));
  return [...Map.groupBy(below, levelOf).values()].map((siblings) => thingsOfTitle(siblings, { title, roles, effectsIn: (section) => effectsIn(toChoice(sections, section).range) })).filter(({ length }) => length > 0);
}

/** The kind of way that a heading calls its section: `option` of "Option A". */
function nameOfWay(heading: string): string | undefined {
  return wordOf(NAMED.exec(heading) ?? KIND.exec(heading) ?? BY_WAY.exec(heading) ?? IN_A_WAY.exec(heading) ?? WAY_IN_PARENTHESES.exec(heading) ?? BY_MEANS.exec(heading) ?? ORDINAL.exec(heading)) ?? sameByTool(heading);
}

function indexesOf(groups: readonly (readonly SectionDraft[])[]): ReadonlySet<number> {
  return new Set(groups.flat().map(({ index }) => index));
}

/** Siblings right after each other, each of which goes on with the one before it. */
function siblingRuns(sections: readonly SectionDraft[], goesOn: (section: SectionDraft, before: SectionDraft) => boolean): readonly (readonly SectionDraft[])[] {
  const runs: SectionDraft[][] = [];
  const last = new Map<string, SectionDraft[]>();
  for (const section of sections) {
    const level = levelOf(section);
    const run = last.get(level);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && goesOn(section, before)) {
      run.push(section);
      continue;
    }
    const begun = [section];
    runs.push(begun);
    last.set(level, begun);
  }
  return runs.filter(({ length }) => length > 1);
}

/** "Or with the file", "Slow unseal (alternative)", after any other way; "Alternative: a new node group" after one that is done, and not only what comes before it. */
function isOtherWay({ heading }: SectionDraft, before: Role | undefined): boolean {
  return OR_HEADING.test(heading) || CALLED_OTHER_WAY.test(heading) || (before?.role === 'procedure' && BEGINS_OTHER_WAY.test(heading));
}

function isSameFamily(section: SectionDraft, before: SectionDraft): boolean {
  const family = platformOf(section.heading)?.family;
  return family !== undefined && platformOf(before.heading)?.family === family;
}

function namedGroups(sections: readonly SectionDraft[], wordFor: (section: SectionDraft) => string | undefined): readonly (readonly SectionDraft[])[] {
  const named = sections.filter((section) => wordFor(section) !== undefined);
  const groups = Map.groupBy(named, (section) => `${levelOf(section)} ${wordFor(section)}`);
  return [...groups.values()].filter(({ length }) => length > 1);
}

function wordOf(match: RegExpExecArray | null): string | undefined {
  return (match?.groups?.['word'] ?? match?.groups?.['counted'])?.trim().toLowerCase();
}

/** Whether a heading neither says what to do nor when: below a mitigation it names what is mitigated. */
function isNoOrder(heading: string): boolean {
  return !saysWhatToDo(heading) && !/^(?:\w+ing|immediate|quick|temporary|permanent|(?:short|long|medium)[- ]term)\b/i.test(heading);
}

/** Whether a section is for a case of its own: it begins with symptoms or with when it is wanted, or the heading above it says so of all below it. */
export function isForCase(sections: readonly SectionDraft[], index: number): boolean {
  const { heading, nodes, parent } = sections[index] ?? { heading: '', nodes: [], parent: null };
  const [first] = nodes;
  const opening = first?.type === 'paragraph' ? (textOf(first).split('\n')[0] ?? '') : '';
  const isSymptoms = SYMPTOMS.test(opening) || (WANTED_WHEN.test(opening) && !COUNTS.test(heading));
  const hasSymptoms = !nodes.some(({ type }) => type === 'code') && aboveSymptoms(sections).has(index);
  return isSymptoms || hasSymptoms || CASES_HEADING.test(sections[parent ?? -1]?.heading ?? '');
}

const found = new WeakMap<readonly SectionDraft[], ReadonlySet<number | null>>();

/** The sections right above headings that call what is below them symptoms. Found once: each command asks for all headings around it. */
function aboveSymptoms(sections: readonly SectionDraft[]): ReadonlySet<number | null> {
  const known = found.get(sections) ?? new Set(sections.filter(({ heading }) => SYMPTOMS.test(heading)).map(({ parent }) => parent));
  found.set(sections, known);
  return known;
}

/** The kind of a section that is for a trouble or a task of its own, which siblings of the same kind share: it begins with symptoms, its heading names a trouble or a product, or the heading above it or the title says so of all of them. `undefined` for any other. */
function caseOf(outline: Outline, section: SectionDraft): string | undefined {
  const { sections, roles } = outline;
  const { index, heading, depth, parent } = section;
  const role = roles[index];
  if (depth === 0 || role?.role === 'contingency' || SYMPTOMS.test(heading)) return undefined;
  // A trouble in a collection of procedures is one of them: "All nodes down" beside "Restore from a backup".
  if (isForCase(sections, index) || isTrouble(heading)) return isOfCollection(outline, section) ? 'procedure' : 'case';
  const same = sameBut(heading);
  if (same !== null) return same;
  if (HOW_TO.test(heading) && role?.role === 'procedure') return 'how to';
  const above = sections[parent ?? -1];
  const isMenu = role?.role === 'procedure' && role.from === null && !COUNTS.test(heading) && above !== undefined && MENU_HEADING.test(above.heading);
  if (isMenu && isNoOrder(heading)) return 'case';
  return isOfCollection(outline, section) ? 'procedure' : undefined;
}

/** Whether a section is one of several procedures, as the heading above it or the title says. Prerequisites, checks and what is called by its part in a procedure are for all of them. */
function isOfCollection({ sections, roles, title }: Outline, { index, heading, depth, parent }: SectionDraft): boolean {
  const role = roles[index];
  if (role?.role !== 'procedure' || COUNTS.test(heading) || (role.from !== null && !PROCEDURES_HEADING.test(heading) && SAYS_PART.test(heading))) return false;
  const above = sections[parent ?? -1];
  const isTop = above === undefined || above.depth === 1;
  return (above !== undefined && PROCEDURES_HEADING.test(above.heading)) || (isTop && depth > 1 && (COLLECTION_TITLE.test(title) || (MAINTENANCE_TITLE.test(title) && !putsBack(sections.filter((each) => each.depth === depth).map((each) => each.heading)))));
}

/** A section with all that is under its heading. */
function toChoice(sections: readonly SectionDraft[], section: SectionDraft): FoundChoice {
  const next = sections.find(({ index, depth }) => index > section.index && depth <= section.depth);
  const end = next?.headingRange.start ?? sections.at(-1)?.range.end ?? section.range.end;
  const platform = platformOf(section.heading);
  return { label: platform?.label ?? OR_HEADING.exec(section.heading)?.groups?.['rest'] ?? section.heading, range: { start: section.headingRange.start, end }, section: section.index };
}
