import type { Paragraph } from 'mdast';
import { firstIndex } from '../../../model/index.ts';
import { COUNTS, ENVIRONMENT, IN_ORDER } from '../../alternatives/index.ts';
import { CALLOUT_LEADS, isRightAbove, namesTask, textOf } from '../../markdown/index.ts';
import { isPartName } from '../../sections/index.ts';
import type { DoubtSources, Found } from '../sources.ts';
import { leadsToBlock } from './right-above.ts';

/** "2a. Old kernel", "Step 3b: RHEL", "4(a) With a replica": steps with one number. */
const LETTERED = /^(?:(?:step|phase|stage|part)\s+)?(?<number>\d{1,2})(?:\.|\s?\()?[a-h](?:\)|[.:]|\s[–—-])*\s+(?<title>\p{L}.*)$/iu;

/** The number and the title of a heading that is lettered; `null` for any other. */
export function letteredTitle(heading: string): { readonly number: string; readonly title: string } | null {
  const { number, title } = LETTERED.exec(heading)?.groups ?? {};
  return number === undefined || title === undefined ? null : { number, title: title.replace(/[\s.:]+$/, '') };
}

/** Whether titles beside each other each name a thing: what stands below one is for that thing alone. Where one is an order or a deed they are steps in a row. */
export function nameThings(titles: readonly string[]): boolean {
  return titles.length > 1 && titles.every((title) => !namesTask(title) && !IN_ORDER.test(title) && !ENVIRONMENT.test(title) && !isPartName(title) && !COUNTS.test(title));
}

/** The paragraph right above a block, where it begins with the name of a thing and others of its section, with a block below them, with that of another: "**Old kernels.** Reboot:" beside "**New kernels.** Reload the driver:". What the code speaks of is named by it. */
export function leadOfOneThing(sources: DoubtSources): Found | null {
  const { collected: { paragraphs }, sections, draft } = sources;
  const at = firstIndex(paragraphs, ({ range }) => range.start >= draft.range.start) - 1;
  const lead = paragraphs[at];
  const own = lead === undefined ? null : labelOf(lead.node);
  if (lead === undefined || own === null || !isRightAbove(sources.document, lead.range.end, draft.range.start) || speaksOf(draft.code.text, own.label)) return null;
  const { start, end } = sections[draft.section]?.range ?? draft.range;
  const beside = paragraphs.slice(firstIndex(paragraphs, ({ range }) => range.start >= start), firstIndex(paragraphs, ({ range }) => range.start >= end));
  const labels = beside.flatMap(({ node, range }) => {
    const label = labelOf(node);
    return label !== null && label.number === own.number && leadsToBlock(sources, range.end) ? [label.label] : [];
  });
  return nameThings([...new Set(labels)]) ? { text: textOf(lead.node), at: lead.range.start, block: true } : null;
}

/** What a paragraph begins with: a few words in bold or italics, with an order behind them, or a title with a letter. */
function labelOf(node: Paragraph): { readonly label: string; readonly number: string } | null {
  const lettered = letteredTitle(textOf(node));
  if (lettered !== null) return { label: lettered.title.split(/[.:]/)[0] ?? '', number: lettered.number };
  const [first, second] = node.children;
  if (first === undefined || (first.type !== 'strong' && first.type !== 'emphasis') || second?.type !== 'text') return null;
  const label = textOf(first);
  const isLabel = /[.:]$/.test(label) || /^\s*(?:[.:–—]|-\s)/.test(second.value);
  const words = label.replace(/[\s.:]+$/, '');
  return isLabel && words.split(/\s+/).length < 5 && !CALLOUT_LEADS.some((lead) => lead.words.test(words)) ? { label: words, number: '' } : null;
}

function speaksOf(code: string, label: string): boolean {
  const text = code.toLowerCase();
  return label.toLowerCase().split(/[^a-z\d]+/).some((word) => word.length > 2 && text.includes(word.replace(/(?:ies|e?s)$/, '')));
}
