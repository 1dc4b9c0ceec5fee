import type { ListItem, Paragraph, RootContent } from 'mdast';
import { firstCodeLine } from '../../model/index.ts';
import { itemTitle, namesTask, splitSentences, tagsIn, textOf } from '../markdown/index.ts';
import type { FenceDraft } from '../blocks/index.ts';
import { KIND, NAMED } from './choice-words.ts';

/** A bold line of its own, which within a list item is no heading. */
export function isBold({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === 'strong';
}

/** "**Hot shard**", and not "**Restart it**". */
export function isNamedCase({ children: [first] }: ListItem): boolean {
  const bold = first?.type === 'paragraph' && first.children[0]?.type === 'strong' ? textOf(first.children[0]) : '';
  return bold !== '' && !namesTask(bold);
}

/** What an item is called. */
export function labelOf(item: ListItem): string {
  return (itemTitle(item) ?? textOf(item).slice(0, 60)).replace(/[\s;,.:]+$/, '');
}

/** The kind of choice that a paragraph is named as in bold: `option` of `**Option 1.** Use the tool`. */
export function optionWord(node: RootContent | undefined): string | null {
  const [first] = paragraphOf(node)?.children ?? [];
  const words = first?.type === 'strong' ? textOf(first) : '';
  return (NAMED.exec(words) ?? KIND.exec(words))?.groups?.['word']?.toLowerCase() ?? null;
}

/** A paragraph, also that of a list of one item: a list is cut by the blocks of its items. */
export function paragraphOf(node: RootContent | undefined): Paragraph | undefined {
  const [first] = node?.type === 'list' && node.children.length === 1 ? (node.children[0]?.children ?? []) : [node];
  return first?.type === 'paragraph' ? first : undefined;
}

/** What a paragraph is called that is named as a choice. */
export function optionLabel(node: Paragraph): string {
  return splitSentences(textOf(node)).slice(0, 2).join(' ').slice(0, 80).replace(/[\s;,.:]+$/, '');
}

/** What a block is called that has no words of its own. */
export function firstLine({ code }: FenceDraft): string {
  return firstCodeLine(code.text).slice(0, 90);
}

/** Where `<details>` with a summary end that begin at an index; the index if none begin there. */
export function detailsEnd(nodes: readonly RootContent[], from: number): number {
  let depth = 0;
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at];
    const tags = node?.type === 'paragraph' || node?.type === 'html' ? tagsIn(node).filter(({ name }) => name === 'details') : [];
    if (at === from && (node?.type !== 'paragraph' || tags.length !== 1 || tags[0]?.ends === true)) return from;
    for (const { ends } of tags) depth += ends ? -1 : 1;
    if (depth <= 0) return at + 1;
  }
  return from;
}
