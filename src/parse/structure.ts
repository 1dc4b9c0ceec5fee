import type { Html, List, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { CodeRange, Fence, Located, Structure, TableShape } from '../model/index.ts';
import { type Collected, type Document, type Placed, type PlacedList, rangeOf, spanOf, textOf, written, writtenNumber } from './markdown/index.ts';
import type { FenceDraft } from './blocks/index.ts';

/** What lint needs of the Markdown itself. */
export function readStructure(document: Document, collected: Collected, tables: readonly TableShape[], fences: readonly Fence[]): Structure {
  const comments = collected.html.flatMap((html) => readComments(document, html));
  const html = collected.html.filter(({ node }) => !node.value.trimStart().startsWith('<!--'));
  return {
    headings: collected.headings.map(({ node, text, anchor, range }) => ({ depth: node.depth, text, anchor, span: spanOf(document, range) })),
    links: collected.links.flatMap((link) => readLink(document, link)),
    anchors: collected.html.flatMap((block) => readAnchors(document, block)),
    fences,
    orderedLists: readOrderedLists(document, collected.lists),
    tables,
    html: html.map(({ node, range }) => ({ value: node.value, span: spanOf(document, range) })),
    texts: readTexts(document, collected),
    comments,
    frontMatter: collected.frontMatter === null ? null : spanOf(document, collected.frontMatter),
    mixedLineEndings: hasMixedEndings(document.source.text),
  };
}

/** The model's fence for a draft. */
export function toFence(document: Document, draft: FenceDraft, step: number | null, section: number): Fence {
  const { info, language, closed, fenced, code, shell, hasPrompts, range, infoRange } = draft;
  return { info, language, closed, fenced, code, shell, hasPrompts, step, section, span: spanOf(document, range), infoSpan: spanOf(document, infoRange) };
}

function readLink(document: Document, { node, range }: Collected['links'][number]): Structure['links'] {
  const span = spanOf(document, range);
  switch (node.type) {
    case 'link':
      return [{ href: node.url, text: textOf(node), kind: 'link', span }];
    case 'image':
      return [{ href: node.url, text: node.alt ?? '', kind: 'image', span }];
    case 'definition':
      return [{ href: node.url, text: node.label ?? node.identifier, kind: 'definition', span }];
    case 'linkReference':
      return [{ href: document.definitions.get(node.identifier) ?? '', text: textOf(node), kind: 'reference', span }];
  }
}

function readAnchors(document: Document, { node, range }: Placed<Html>): readonly Located<string>[] {
  return [...node.value.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"(?<double>[^"]+)"|'(?<single>[^']+)'|(?<bare>[^\s"'<>]+))/gi)].map((match) => {
    const value = match.groups?.['double'] ?? match.groups?.['single'] ?? match.groups?.['bare'] ?? '';
    const start = range.start + match.index + match[0].lastIndexOf(value);
    return { value, span: spanOf(document, { start, end: start + value.length }) };
  });
}

function readComments(document: Document, { node, range }: Placed<Html>): readonly Located<string>[] {
  return [...node.value.matchAll(/<!--(?<text>[\s\S]*?)-->/g)].map((match) => {
    const start = range.start + match.index;
    return { value: (match.groups?.['text'] ?? '').trim(), span: spanOf(document, { start, end: start + match[0].length }) };
  });
}

/** Ordered lists with their numbers as written; one that an unindented block cut off names the list that it continues. */
function readOrderedLists(document: Document, lists: readonly PlacedList[]): Structure['orderedLists'] {
  const read = new Map<Nodes, { readonly index: number; readonly next: number }>();
  const found: Structure['orderedLists'][number][] = [];
  for (const { node, range, container, position } of lists) {
    if (node.ordered !== true) continue;
    const cut = listAbove(container, position);
    const before = cut === null ? undefined : read.get(cut);
    const first = node.start ?? 1;
    const continues = before !== undefined && (first === before.next || first === 1) ? before.index : null;
    read.set(node, { index: found.length, next: (continues !== null && first === 1 ? (before?.next ?? 1) : first) + node.children.length });
    found.push({ numbers: numbersOf(document, node), continues, span: spanOf(document, range) });
  }
  return found;
}

function numbersOf(document: Document, list: List): readonly Located<number>[] {
  return list.children.flatMap((item) => {
    const value = writtenNumber(document, item);
    const at = rangeOf(document, item)?.start;
    return value === null || at === undefined ? [] : [{ value, span: spanOf(document, { start: at, end: at + String(value).length }) }];
  });
}

/** The ordered list that only code blocks part from the node at a position. */
function listAbove(container: Nodes, position: number): List | null {
  if (!('children' in container)) return null;
  let at = position - 1;
  while (container.children[at]?.type === 'code') at--;
  const above = container.children[at];
  return at < position - 1 && above?.type === 'list' && above.ordered === true ? above : null;
}

/** Paragraphs and headings as written, code and HTML blanked out at the same length. */
function readTexts(document: Document, { paragraphs, headings }: Collected): readonly Located<string>[] {
  return [...paragraphs, ...headings].sort((a, b) => a.range.start - b.range.start).map(({ node, range }) => {
    const text = written(document, range);
    if (!/[`<]/.test(text)) return { value: text, span: spanOf(document, range) };
    const holes: CodeRange[] = [];
    visit(node, ['inlineCode', 'html'], (hole) => {
      const place = rangeOf(document, hole as Nodes);
      if (place !== null) holes.push(place);
    });
    return { value: blanked(text, range.start, holes), span: spanOf(document, range) };
  });
}

/** A text that starts at an offset, with the holes in it made blank. */
function blanked(text: string, offset: number, holes: readonly CodeRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of holes) {
    parts.push(text.slice(at, start - offset), text.slice(start - offset, end - offset).replace(/[^\r\n]/g, ' '));
    at = end - offset;
  }
  return [...parts, text.slice(at)].join('');
}

function hasMixedEndings(text: string): boolean {
  return text.includes('\r\n') && /(?:^|[^\r])\n/.test(text);
}
