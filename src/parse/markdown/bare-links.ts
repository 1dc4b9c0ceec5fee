import type { Nodes } from 'mdast';
import type { CodeRange, Structure } from '../../model/index.ts';
import type { Collected } from './collect.ts';
import { rangeOf, spanOf, written, type Document } from './document.ts';

const ADDRESS = /(?<![\w/<])(?:https?:\/\/|www\.)[^\s<>`"|]+/gi;

/** Addresses that stand in prose as they are: a forge makes links of them. */
export function bareLinks(document: Document, { paragraphs, headings, tables }: Collected): Structure['links'] {
  return [...paragraphs, ...headings, ...tables].flatMap(({ node, range }) => {
    const text = written(document, range);
    if (!/:\/\/|www\./i.test(text)) return [];
    const taken: CodeRange[] = [];
    collectTaken(document, node, taken);
    return [...text.matchAll(ADDRESS)].flatMap((match): Structure['links'] => {
      const start = range.start + match.index;
      const href = withoutTail(match[0]);
      const end = start + href.length;
      if (taken.some((other) => other.start < end && start < other.end) || !/\.|\/\/localhost/.test(href)) return [];
      return [{ href: /^www/i.test(href) ? `http://${href}` : href, text: href, kind: 'link', span: spanOf(document, { start, end }) }];
    });
  });
}

/** Code, HTML and links, in which an address is none by itself. */
function collectTaken(document: Document, node: Nodes, taken: CodeRange[]): void {
  const range = node.type === 'inlineCode' || node.type === 'html' || node.type === 'link' || node.type === 'image' || node.type === 'linkReference' ? rangeOf(document, node) : null;
  if (range !== null) taken.push(range);
  else if ('children' in node) for (const child of node.children) collectTaken(document, child, taken);
}

/** The marks of a sentence that follow an address, and a bracket that it did not open, are no part of it. */
function withoutTail(address: string): string {
  const bare = address.replace(/[?!.,:*_~'"]+$/, '');
  if (!bare.endsWith(')') || bare.split('(').length >= bare.split(')').length) return bare;
  return withoutTail(bare.slice(0, -1));
}
