import type { Blockquote, Code, RootContent } from 'mdast';
import type { SectionRole, Template } from '../../model/index.ts';
import { type Document, rangeOf, rangeWithin, spanOf, textOf, written } from '../markdown/index.ts';
import { readCallout } from './callouts.ts';
import type { SectionDraft } from './outline.ts';

/** Messages to send: quotes and blocks in communication sections, each titled by what stands before it. */
export function findTemplates(document: Document, sections: readonly SectionDraft[], roles: readonly SectionRole[], isCommand: (code: Code) => boolean): readonly Template[] {
  return sections.filter(({ index }) => roles[index] === 'communication').flatMap((section) => fromNodes(document, section, section.nodes, isCommand));
}

function fromNodes(document: Document, section: SectionDraft, nodes: readonly RootContent[], isCommand: (code: Code) => boolean): readonly Template[] {
  return nodes.flatMap((node, index): readonly Template[] => {
    if (node.type === 'list') return node.children.flatMap((item) => fromNodes(document, section, item.children, isCommand));
    if (node.type !== 'blockquote' && (node.type !== 'code' || isCommand(node))) return [];
    const range = rangeWithin(document, node, section.range);
    if (node.type === 'blockquote' && readCallout(document, node, range, section.index) !== null) return [];
    const text = node.type === 'code' ? node.value.replace(/\r\n?/g, '\n') : quoted(document, node);
    if (text.trim() === '') return [];
    return [{ title: titleBefore(nodes[index - 1]) ?? section.heading, text, blanks: blanksOf(text), section: section.index, span: spanOf(document, range) }];
  });
}

function titleBefore(node: RootContent | undefined): string | null {
  if (node?.type !== 'paragraph' && node?.type !== 'heading') return null;
  const text = textOf(node).replace(/\s*:$/, '');
  return text === '' || text.length > 120 ? null : text;
}

/** The text of a quote as written, its marks gone. */
function quoted(document: Document, node: Blockquote): string {
  const range = rangeOf(document, node);
  if (range === null) return textOf(node);
  return written(document, range).split(/\r\n|\n|\r/).map((line) => line.replace(/^[ \t]*>[ \t]?/, '')).join('\n').trim();
}

/** `[surface, e.g., the trading platform]`, `[X]`; links and boxes are none. */
function blanksOf(text: string): readonly string[] {
  const found = [...text.matchAll(/\[(?<blank>[^[\]\n]{1,120})\](?![([:])/g)].map((match) => match.groups?.['blank']?.trim() ?? '');
  return [...new Set(found.filter((blank) => blank !== '' && !/^[xX]?$/.test(blank) || blank === 'X'))];
}
