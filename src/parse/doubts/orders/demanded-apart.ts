import type { List, RootContent } from 'mdast';
import { beginningWith, having, oneLine } from '../../../model/index.ts';
import { type Document, rangeOf, saysWhatToDo, textOf } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import { plainHeading, plainWords } from '../plain-words.ts';
import { demandsSomething, demandsState, EQUIPMENT, saysWhatShouldBe } from './demands.ts';
import type { GateSources } from './gate-sources.ts';
import { asksForPeople } from './people.ts';
import { fromTheOrder } from './plain-lead.ts';

/** A section that says who has to agree or what has to be so, and holds nothing to run. */
const DEMANDING = having('approval|signoff|sign-off|authori|constraint|restriction|condition|dependenc|rule|guardrail|guard-rail', /(?:^|\s)(?:approvals?|sign-?offs?|authori[sz]ations?|constraints?|restrictions?|(?:pre-?)?conditions?|dependenc(?:y|ies)|(?:ground|safety|house)\srules|guard-?rails)$/i);
/** "Rotate these first, or do both at once." */
const FIRST = /^[^:;,]*\bfirst\b(?=\s*(?:[.,;!]|$))/i;

/** A list to go through before the deed: "Pre-failover checklist", "Before running:", "Before executing any failover". */
const CHECKLIST = having('pre|before', /^(?:(?:quick|final|short)\s)?pre-?[a-z-]+(?:\s[\w-]+){0,2}?\s?(?:check-?lists?|checks?)$|^before\s(?:you\s)?(?:run|start|begin|execut|proceed|perform|appl|trigger|initiat)\w*\b[^.,:]{0,60}$/i);
/** "Before the rotation" in a file that is called so. */
const BEFORE_DEED = beginningWith('before', /^before\s(?:(?:the|each|every|any)\s)?(?<deed>[a-z-]{5,})$/i);
/** As many points of a list as can be asked in one question. */
const POINTS = 6;

interface Demand {
  readonly text: string;
  readonly at: number;
}

/** Demands in sections of their own, and lists to go through before what stands above them. */
export function demandedApart({ document, drafts, sections, title }: GateSources): readonly Demand[] {
  const lastAct = drafts.findLast((draft) => draft.kind === 'command' && draft.shell.effects.some(({ effect }) => effect !== 'reads'));
  if (lastAct === undefined) return [];
  return sections.filter((section) => !drafts.some((draft) => draft.kind === 'command' && draft.section === section.index)).flatMap((section) => {
    const isAbove = section.range.start < lastAct.range.start;
    return isAbove ? demandsOf(document, section) : checklistsOf(document, section, title?.value ?? '');
  });
}

function demandsOf(document: Document, { heading, nodes }: SectionDraft): readonly Demand[] {
  if (!DEMANDING.test(plainHeading(heading))) return [];
  return nodes.flatMap(paragraphsOf).flatMap((node) => sentencesOf(document, node)).filter(({ text }) => demands(plainWords(text)));
}

function paragraphsOf(node: RootContent): readonly RootContent[] {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' ? node.children.flatMap(paragraphsOf) : [node];
}

function demands(words: string): boolean {
  const order = fromTheOrder(words);
  if (saysWhatToDo(order) && FIRST.test(order)) return true;
  return !EQUIPMENT.test(order) && (demandsState(order) || demandsSomething(order) || saysWhatShouldBe(order) || asksForPeople(order));
}

/** The lists of a section that are gone through before the deed, as the heading or the paragraph above them says. */
function checklistsOf(document: Document, { heading, nodes }: SectionDraft, file: string): readonly Demand[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const lead = before?.type === 'paragraph' ? textOf(before).replace(/\s*:$/, '') : '';
    const title = [lead, heading].find((words) => isCalledSo(plainHeading(words), file));
    const range = node.type === 'list' ? rangeOf(document, node) : null;
    return node.type !== 'list' || range === null || title === undefined || (title === heading && lead !== '' && isAfter(lead)) ? [] : [{ text: `${title}: ${pointsOf(node)}`, at: range.start }];
  });
}

function isCalledSo(words: string, file: string): boolean {
  const deed = BEFORE_DEED.exec(words)?.groups?.['deed'];
  return CHECKLIST.test(words) || (deed !== undefined && file.toLowerCase().includes(deed.toLowerCase().slice(0, 5)));
}

/** "After the restore:" within such a list. */
function isAfter(lead: string): boolean {
  return /^(?:after|afterwards|once|then)\b/i.test(lead);
}

function pointsOf({ children }: List): string {
  const points = children.flatMap(({ children: [first] }) => (first?.type === 'paragraph' ? [oneLine(textOf(first)).replace(/[.;]$/, '')] : []));
  return [...points.slice(0, POINTS), ...(points.length > POINTS ? ['…'] : [])].join('; ');
}
