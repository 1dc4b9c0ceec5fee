import type { Table, TableCell } from 'mdast';
import { enclosingSections } from '../../../model/index.ts';
import { withoutNumber } from '../../alternatives/index.ts';
import { rangeOf, textOf } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';
import type { DoubtSources, Found } from '../sources.ts';

/** The head of a column of cases: "Reason", "What you see". */
const CASE = /^(?:if|when|case|cause|condition|error|finding|message|observation|output|problem|reason|result|scenario|sign|situation|state|status|symptom|you see|what you see|likely cause|root cause|trigger|alert|failure(?: mode)?|issue)s?$/i;
/** The head of a column of what to do about each. */
const DEED = /^(?:(?:recommended |suggested |required |immediate )?(?:action|fix|fixes|mitigation|remediation|remedy|response|resolution|solution|treatment|next step|do|do this|then|what to do|how to fix|how to respond)s?(?: to take)?)$/i;

/** The heads of a table right above in the same section that says what to do in which case: the blocks below it are each for one of them. */
export function belowCaseTable({ document, sections, draft }: DoubtSources): Found | null {
  const tables = sections[draft.section]?.nodes.filter((node): node is Table => node.type === 'table') ?? [];
  const found = tables.find((table) => tellsDeeds(table) && (rangeOf(document, table)?.end ?? Number.POSITIVE_INFINITY) <= draft.range.start);
  return found === undefined ? null : { text: heads(found).join(' | '), at: rangeOf(document, found)?.start ?? draft.range.start, block: true };
}

/** The heads of such a table in any section above that sends to a section around the block in some of its cases only: "**Replay**", "[Drain the queue](#drain-the-queue)". */
export function namedInCaseTable({ document, sections, titled, draft }: DoubtSources): Found | null {
  const around = enclosingSections(sections, draft.section).filter(({ index, heading }) => index !== titled && heading !== '');
  const above = sections.slice(0, draft.section).flatMap(({ nodes }) => nodes.filter((node): node is Table => node.type === 'table' && tellsDeeds(node)));
  const found = above.find((table) => {
    const deeds = table.children.slice(1).flatMap(({ children }) => children[deedColumn(table)] ?? []);
    return around.some((section) => deeds.some((cell) => sendsTo(cell, section)) && !deeds.every((cell) => sendsTo(cell, section)));
  });
  return found === undefined ? null : { text: heads(found).join(' | '), at: rangeOf(document, found)?.start ?? draft.range.start, block: true };
}

/** Whether a cell names a section: by a link, in bold or in italics, or with all the words of a heading of several. */
function sendsTo(cell: TableCell, { heading, anchor }: SectionDraft): boolean {
  const name = withoutNumber(heading).trim().toLowerCase();
  const isName = (text: string): boolean => text.trim().toLowerCase() === name;
  return (/\s/.test(name) && textOf(cell).toLowerCase().includes(name)) || cell.children.some((node) => (node.type === 'link' && node.url === `#${anchor}`) || ((node.type === 'strong' || node.type === 'emphasis') && isName(textOf(node))));
}

function deedColumn(table: Table): number {
  return heads(table).findIndex((name) => DEED.test(name));
}

function tellsDeeds(table: Table): boolean {
  const deed = deedColumn(table);
  return table.children.length > 2 && deed > 0 && heads(table).slice(0, deed).some((name) => CASE.test(name));
}

function heads({ children: [head] }: Table): readonly string[] {
  return head?.children.map((cell) => textOf(cell).trim()) ?? [];
}
