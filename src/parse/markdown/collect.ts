import GithubSlugger from 'github-slugger';
import type { Blockquote, Code, FootnoteDefinition, Heading, Html, Image, Link, LinkReference, List, Nodes, Paragraph, Parents, Table, Definition } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { CodeRange } from '../../model/index.ts';
import { rangeOf, rangeWithin, type Document, written } from './document.ts';
import { textOf } from './prose.ts';

/** A node with its place in the file. */
export interface Placed<T> {
  readonly node: T;
  readonly range: CodeRange;
}

/** A list with its neighbours, to see whether it goes on. */
export interface PlacedList extends Placed<List> {
  /** What holds it: lists in one container can continue each other. */
  readonly container: Nodes;
  /** Its index there. */
  readonly position: number;
}

/** Every node that something is read from, in document order, from one walk. */
export interface Collected {
  readonly codes: Placed<Code>[];
  readonly tables: Placed<Table>[];
  readonly lists: PlacedList[];
  readonly quotes: Placed<Blockquote>[];
  readonly paragraphs: Placed<Paragraph>[];
  readonly headings: (Placed<Heading> & { readonly text: string; readonly anchor: string })[];
  readonly links: Placed<Link | Image | LinkReference | Definition>[];
  readonly html: Placed<Html>[];
  readonly footnotes: Map<string, FootnoteDefinition>;
  readonly frontMatter: CodeRange | null;
}

/** Walks the tree once and sorts its nodes. */
export function collect(document: Document): Collected {
  const found: Collected & { frontMatter: CodeRange | null } = { codes: [], tables: [], lists: [], quotes: [], paragraphs: [], headings: [], links: [], html: [], footnotes: new Map(), frontMatter: null };
  const slugger = new GithubSlugger();
  visit(document.tree, (node, index, parent) => {
    // Most nodes are text, and nothing is read from their place.
    if (parent === undefined || index === undefined || node.type === 'text' || node.type === 'inlineCode' || node.type === 'break') return undefined;
    const around = rangeOf(document, parent) ?? { start: 0, end: document.source.text.length };
    sort(document, found, slugger, { node, parent, index, around });
    return (node.type === 'paragraph' || node.type === 'tableCell') && !LINK_OR_HTML.test(written(document, rangeWithin(document, node, around))) ? SKIP : undefined;
  });
  return found;
}

/** What a link, an image, an address or HTML is made with. */
const LINK_OR_HTML = /[[<@]|:\/\/|www\./i;

interface Visited {
  readonly node: Nodes;
  readonly parent: Parents;
  readonly index: number;
  readonly around: CodeRange;
}

function sort(document: Document, found: Collected & { frontMatter: CodeRange | null }, slugger: GithubSlugger, { node, parent, index, around }: Visited): void {
  const range = rangeWithin(document, node, around);
  switch (node.type) {
    case 'code':
      found.codes.push({ node, range });
      break;
    case 'html':
      found.html.push({ node, range });
      break;
    case 'footnoteDefinition':
      found.footnotes.set(node.identifier, node);
      break;
    case 'yaml':
    case 'toml' as 'yaml':
      found.frontMatter = range;
      break;
    case 'list':
      found.lists.push({ node, range, container: parent, position: index });
      break;
    case 'table':
      found.tables.push({ node, range });
      break;
    case 'blockquote':
      found.quotes.push({ node, range });
      break;
    case 'paragraph':
      found.paragraphs.push({ node, range });
      break;
    case 'heading': {
      const text = textOf(node);
      found.headings.push({ node, range, text, anchor: slugger.slug(text) });
      break;
    }
    case 'link':
    case 'image':
    case 'linkReference':
    case 'definition':
      found.links.push({ node, range: node.position === undefined ? placeOfLink(document, node, around) : range });
      break;
  }
}

/** Some bare addresses get no place from remark: they are found by their text. */
function placeOfLink(document: Document, node: Nodes, around: CodeRange): CodeRange {
  const text = textOf(node);
  const start = document.source.text.slice(around.start, around.end).indexOf(text);
  return text === '' || start < 0 ? around : { start: around.start + start, end: around.start + start + text.length };
}
