import type { Blockquote, Paragraph } from 'mdast';
import { ALERT, type Block, type Callout, type CodeRange, plainText } from '../../model/index.ts';
import { CALLOUT_LEADS, type Document, leadText, spanOf, textOf, toBlocks } from '../markdown/index.ts';

/** What a quote or paragraph warns of, or `null` where it is plain prose. */
export function readCallout(document: Document, node: Blockquote | Paragraph, range: CodeRange, section: number): Callout | null {
  const severity = node.type === 'blockquote' ? quoteSeverity(node) : leadSeverity(node, false);
  if (severity === null) return null;
  const text = plainText(toBlocks(document, node.type === 'blockquote' ? node.children : [node], range).flatMap(withoutCode)).replace(ALERT, '').trim();
  if (text === '') return null;
  return { severity, text, section, span: spanOf(document, range) };
}

/** A warning is words; a command that stands in it is a step, or an example. */
function withoutCode(block: Block): readonly Block[] {
  if (block.type === 'code') return [];
  if (block.type === 'quote') return [{ ...block, children: block.children.flatMap(withoutCode) }];
  if (block.type === 'list') return [{ ...block, items: block.items.map((item) => ({ ...item, children: item.children.flatMap(withoutCode) })) }];
  return [block];
}

function quoteSeverity(quote: Blockquote): Callout['severity'] | null {
  const { admonition, tab } = quote.data ?? {};
  if (admonition !== undefined) return CALLOUT_LEADS.find(({ words }) => words.test(admonition))?.severity ?? null;
  const [first] = quote.children;
  if (first?.type !== 'paragraph' || tab !== undefined) return null;
  const alert = ALERT.exec(leadText(first))?.[1]?.toLowerCase();
  return alert === undefined ? leadSeverity(first, true) : (alert as Callout['severity']);
}

/** Words that no sentence begins with before a capital: "**Attention** Stop it first", and not "**Stop** Kafka". */
const ALONE = /^(?:attention|warning|caution|danger|important|notice|beware)$/i;

/** `**Warning:** …`, `**Attention** Stop …`, `⚠️ …`; in a quote also `Warning: …` without bold. */
function leadSeverity(paragraph: Paragraph, quoted: boolean): Callout['severity'] | null {
  const [first, second] = paragraph.children;
  const isBold = first?.type === 'strong' || first?.type === 'emphasis';
  const lead = isBold ? textOf(first) : leadText(paragraph);
  const found = CALLOUT_LEADS.find(({ words }) => words.test(lead));
  if (found === undefined) return null;
  if (/^(?:⚠|:warning:)/.test(lead)) return found.severity;
  if (isBold) {
    const after = second === undefined ? '' : textOf(second);
    const isWordAlone = ALONE.test(lead) && /^\s+\p{Lu}/u.test(after);
    return isWordAlone || /[:!.]$/.test(lead) || /^\s*[:—–-]/.test(after) || second === undefined || (quoted && lead.length < 40) ? found.severity : null;
  }
  const text = textOf(paragraph);
  return /^[\p{L} ]{3,20}:/u.test(text) && (quoted || /^(?:warning|note|important|caution)\s*:/i.test(text)) ? found.severity : null;
}
