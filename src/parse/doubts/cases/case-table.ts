import type { Table } from 'mdast';
import { rangeOf, textOf } from '../../markdown/index.ts';
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

function tellsDeeds(table: Table): boolean {
  const names = heads(table);
  const deed = names.findIndex((name) => DEED.test(name));
  return table.children.length > 2 && deed > 0 && names.slice(0, deed).some((name) => CASE.test(name));
}

function heads({ children: [head] }: Table): readonly string[] {
  return head?.children.map((cell) => textOf(cell).trim()) ?? [];
}
