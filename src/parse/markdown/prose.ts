import type { Html, List, ListItem as ItemNode, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Block, type CodeRange, type Inline, type ListItem, oneLine } from '../../model/index.ts';
import { rangeWithin, spanOf, type Document } from './document.ts';

/** Markdown blocks as rich text. Comments, definitions and front matter are no prose. */
export function toBlocks(document: Document, nodes: readonly RootContent[], around: CodeRange): readonly Block[] {
  return nodes.flatMap((node) => toBlock(document, node, around));
}

/** A node stands in its section, and with its step once more. */
const known = new WeakMap<RootContent, readonly Block[]>();

function toBlock(document: Document, node: RootContent, around: CodeRange): readonly Block[] {
  const blocks = known.get(node) ?? makeBlock(document, node, around);
  known.set(node, blocks);
  return blocks;
}

function makeBlock(document: Document, node: RootContent, around: CodeRange): readonly Block[] {
  const range = rangeWithin(document, node, around);
  const span = spanOf(document, range);
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: toInlines(document, node.children), span }];
    case 'heading':
      return [{ type: 'heading', depth: node.depth, children: toInlines(document, node.children), span }];
    case 'list':
      return [{ type: 'list', ordered: node.ordered ?? false, items: toItems(document, node, range), span }];
    case 'code':
      return [{ type: 'code', language: node.lang ?? '', text: node.value.replace(/\r\n?/g, '\n'), span }];
    case 'table': {
      const [header, ...rows] = node.children.map((row) => toCells(document, row));
      return [{ type: 'table', header: header ?? [], rows, span }];
    }
    case 'blockquote':
      return [{ type: 'quote', tab: node.data?.tab ?? null, admonition: node.data?.admonition ?? null, children: toBlocks(document, node.children, range), span }];
    case 'thematicBreak':
      return [{ type: 'rule', span }];
    case 'footnoteDefinition':
      return toBlocks(document, node.children, range);
    default:
      return [];
  }
}

function toItems(document: Document, list: List, around: CodeRange): readonly ListItem[] {
  const written = list.ordered === true ? list.children.map((item) => writtenNumber(document, item)) : [];
  // `1.` before each: a page counts them, and so do those who speak of it.
  const alike = written.length > 1 && new Set(written).size === 1;
  return list.children.map((item, index) => ({
    checked: item.checked ?? null,
    number: list.ordered === true ? ((alike ? null : written[index]) ?? (list.start ?? 1) + index) : null,
    children: toBlocks(document, item.children, rangeWithin(document, item, around)),
  }));
}

/** The number of an ordered item as it stands in the file. */
export function writtenNumber(document: Document, item: ItemNode): number | null {
  const start = item.position?.start.offset;
  const digits = start === undefined ? null : /^\d{1,9}/.exec(document.source.text.slice(start + document.base, start + document.base + 9));
  return digits === null ? null : Number(digits[0]);
}

function toCells(document: Document, row: TableRow): readonly (readonly Inline[])[] {
  return row.children.map((cell) => toInlines(document, cell.children));
}

/** Inline Markdown as rich text; raw HTML stays as it is written, so that nothing vanishes. */
function toInlines(document: Document, nodes: readonly PhrasingContent[]): readonly Inline[] {
  return nodes.flatMap((node) => toInline(document, node));
}

function toInline(document: Document, node: PhrasingContent): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: toInlines(document, node.children) }];
    case 'delete':
      return [{ type: 'strike', children: toInlines(document, node.children) }];
    case 'link':
      return [{ type: 'link', href: node.url, children: toInlines(document, node.children) }];
    case 'linkReference':
      return [{ type: 'link', href: document.definitions.get(node.identifier) ?? '', children: toInlines(document, node.children) }];
    case 'image':
      return [{ type: 'link', href: node.url, children: [{ type: 'text', text: node.alt ?? node.url }] }];
    case 'imageReference':
      return [{ type: 'text', text: node.alt ?? '' }];
    case 'break':
      return [{ type: 'break' }];
    case 'html':
      if (/^<br\b/i.test(node.value)) return [{ type: 'break' }];
      return isMarkup(node) ? [] : [{ type: 'text', text: node.value }];
    default:
      return [];
  }
}

/** Many ask for the words of a paragraph. */
const words = new WeakMap<Nodes, string>();

/** The words of a node without marks, white space folded; comments have none. */
export function textOf(node: Nodes): string {
  const text = words.get(node) ?? oneLine(rawText(node));
  words.set(node, text);
  return text;
}

/** The words that a paragraph begins with, up to the first change of marks. */
export function leadText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  const first = 'children' in node ? node.children[0] : undefined;
  return first === undefined ? '' : leadText(first);
}

function rawText(node: Nodes): string {
  switch (node.type) {
    case 'html':
      return isMarkup(node) ? '' : node.value;
    case 'break':
      return ' ';
    default:
      return 'children' in node ? node.children.map(rawText).join(BLOCKS.has(node.type) ? ' ' : '') : toString(node);
  }
}

/** Tags that a forge shows as nothing but a change of letters or lines, and comments; any other can be a name to be filled in, such as `<app>`. */
const MARKUP = /^<(?:!--|\/?(?:a|abbr|b|big|blockquote|br|center|code|d[dlt]|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|q|s|samp|section|small|span|strong|su[bp]|summary|tt|u|ul)\b(?!-))/i;

function isMarkup({ value }: Html): boolean {
  return MARKUP.test(value);
}

const BLOCKS: ReadonlySet<string> = new Set(['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow']);

/** The code that `wordsWithoutCode` leaves out, in order; of a block or of HTML a mark. */
export function codeLeftOut(node: Nodes): readonly string[] {
  if (node.type === 'inlineCode') return [node.value];
  if (node.type === 'code' || (node.type === 'html' && !isMarkup(node))) return ['…'];
  return 'children' in node ? node.children.flatMap(codeLeftOut) : [];
}

/** What Hugo, Jekyll, GitBook and Confluence take for an order to themselves, and marks that are not of GFM: `{{< hint warning >}}`, `{% hint %}`, `{warning}`, `==wait==`. */
const NO_WORDS = /\{\{[<%][^{}]*[%>]\}\}\s*|\{%[^{}]*%\}\s*|\{(?:warning|note|info|tip|panel)(?::[^{}]*)?\}|==(?=\S)|(?<=\S)==/g;

/** The words of a node, code left out; what is struck out keeps its marks. */
export function wordsWithoutCode(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(NO_WORDS, '');
  if (node.type === 'delete') return `~~${node.children.map(wordsWithoutCode).join('')}~~`;
  if (node.type === 'html' && isMarkup(node)) return '';
  if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'html') return '``';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsWithoutCode).join('') : '';
}
