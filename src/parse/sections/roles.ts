import type { SectionRole } from '../../model/index.ts';
import type { SectionDraft } from './outline.ts';
import { ENCLOSING_ROLES, IS_OPTION, IS_ROLLBACK, IS_STEP, IS_WAY_OUT, PASSIVE_ROLES, ROLE_WORDS } from './role-words.ts';

/** The role of a section with the words that gave it. */
export interface Role {
  readonly role: SectionRole;
  readonly from: string | null;
}

/** Which sections hold something to do, directly. */
interface Activity {
  readonly hasCommands: (section: number) => boolean;
  readonly hasItems: (section: number) => boolean;
}

/** Reads each section's role from its words and from the sections around it. */
export function readRoles(sections: readonly SectionDraft[], title: string, activity: Activity): readonly Role[] {
  const titled = sections.findIndex(({ depth }) => depth === 1);
  const strict = rolesBy(sections, { title, titled, troubleshooting: /\btrouble-?shoot/i.test(title) });
  const acts = (wanted: (role: SectionRole) => boolean): boolean =>
    strict.some(({ role }, index) => wanted(role) && (activity.hasCommands(index) || (activity.hasItems(index) && role !== 'purpose' && role !== 'reference')));
  const onlyContingencies = acts((role) => role === 'contingency') && !acts((role) => role !== 'contingency' && role !== 'communication' && role !== 'reference');
  const roles = onlyContingencies ? rolesBy(sections, { title, titled, troubleshooting: true }) : strict;
  return roles.map((role, index) => (isIntroduction(sections, index, titled) && othersAct(sections, roles, index, activity) ? { role: 'purpose', from: null } : role));
}

interface Hints {
  readonly title: string;
  /** Index of the section that is the document's title, or -1. */
  readonly titled: number;
  /** The runbook is about troubleshooting: no way out of anything else. */
  readonly troubleshooting: boolean;
}

function rolesBy(sections: readonly SectionDraft[], hints: Hints): readonly Role[] {
  const roles: Role[] = [];
  for (const section of sections) {
    const parent = section.parent === null || section.parent === hints.titled ? undefined : roles[section.parent];
    roles.push(roleOf(section, parent, isBesideSymptoms(sections, section, hints) ? { ...hints, troubleshooting: true } : hints));
  }
  return roles;
}

/** Whether a section stands beside the symptoms of one trouble, and not of what the whole file is about: troubleshooting is what is done about it. */
function isBesideSymptoms(sections: readonly SectionDraft[], { parent, heading }: SectionDraft, { titled }: Hints): boolean {
  if (parent === null || parent === titled || !/\btrouble-?shoot/i.test(heading)) return false;
  return sections.some((other) => other.parent === parent && /^symptoms?\b/i.test(other.heading));
}

function roleOf(section: SectionDraft, parent: Role | undefined, hints: Hints): Role {
  if (section.index === hints.titled || section.depth === 0) return { role: 'procedure', from: null };
  const inherited: Role = { role: parent?.role ?? 'procedure', from: null };
  if (ENCLOSING_ROLES.has(inherited.role)) return inherited;
  return ownRole(section.heading, hints) ?? inherited;
}

/** Whether a name says that what it stands for is a way out of a trouble, in a runbook with this title: "Rollback", "Troubleshooting". */
export function namesWayOut(name: string, title: string): boolean {
  return ownRole(name, { title, titled: -1, troubleshooting: /\btrouble-?shoot/i.test(title) })?.role === 'contingency';
}

function ownRole(heading: string, { title, troubleshooting }: Hints): Role | null {
  for (const { role, words } of ROLE_WORDS) {
    const from = words.exec(heading)?.[0];
    if (from === undefined) continue;
    if (role === 'contingency' && IS_STEP.test(heading) && !IS_WAY_OUT.test(heading)) continue;
    if (role === 'contingency' && IS_ROLLBACK.test(from) && IS_ROLLBACK.test(title)) continue;
    if (PASSIVE_ROLES.has(role) && (IS_STEP.test(heading) || IS_OPTION.test(heading))) continue;
    if (role === 'contingency' && troubleshooting && /^trouble/i.test(from)) continue;
    return { role, from };
  }
  return null;
}

/** Whether a heading is little more than the name of a part that many runbooks have: "Symptoms", "Table of Contents". */
export function isPartName(heading: string): boolean {
  return ROLE_WORDS.some(({ words }) => (words.exec(heading)?.[0].length ?? 0) * 2 > heading.length);
}

/** What stands under the title, before the first section of its own. */
function isIntroduction(sections: readonly SectionDraft[], index: number, titled: number): boolean {
  return index === titled || sections[index]?.depth === 0;
}

function othersAct(sections: readonly SectionDraft[], roles: readonly Role[], own: number, { hasCommands, hasItems }: Activity): boolean {
  return sections.some(({ index }) => {
    const role = roles[index]?.role;
    return index !== own && role !== 'purpose' && role !== 'reference' && (hasCommands(index) || hasItems(index));
  });
}
