import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { sourceText } from '../../model/index.ts';
import { readPlain } from '../plain/index.ts';
import type { Document } from './document.ts';
import { readWithRemark } from './remark.ts';
import { cutSegments, definitionLines, type Segment } from '../segments.ts';

/** Reads Markdown into a tree: the one parse of a file. */
export function readMarkdown(text: string, path: string): Document {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const tree = readTree(base === 1 ? text.slice(1) : text);
  return { path, source: sourceText(text), tree, base, definitions: readDefinitions(tree), braces: new Set() };
}

/** A file that is not to be read, as a document without content. */
export function emptyDocument(text: string, path: string): Document {
  return { path, source: sourceText(text), tree: { type: 'root', children: [] }, base: 0, definitions: new Map(), braces: new Set() };
}

/** What most runbooks are written in is read at once. Else long files are read in parts, since remark's time grows faster than its text. */
function readTree(text: string): Root {
  const plain = readPlain(text);
  if (plain !== null) return plain;
  const segments = cutSegments(text, definitionLines(text));
  const [only, second] = segments;
  if (only === undefined || second === undefined) return readWithRemark(text);
  const children: RootContent[] = [];
  for (const segment of segments) addSegment(children, segment);
  return { type: 'root', children };
}

function addSegment(children: RootContent[], segment: Segment): void {
  const shift = segment.start - segment.lead;
  const end = segment.lead + segment.length;
  const tree = (segment.continues === null ? readPlain(segment.text) : null) ?? readWithRemark(segment.text);
  for (const node of tree.children) {
    if ((node.position?.start.offset ?? 0) >= end) break;
    moveOffsets(node, shift);
    const last = children.at(-1);
    const isFirst = (node.position?.start.offset ?? 0) <= segment.start;
    if (isFirst && segment.continues === 'table' && node.type === 'table' && last?.type === 'table') append(last, node, node.children.slice(1));
    else if (isFirst && segment.continues === 'text' && node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered) append(last, node, node.children);
    else children.push(node);
  }
}

/** Adds the next part of a table or list to what was read of it before. */
function append<T>(whole: Parents & { children: T[] }, part: Parents, children: readonly T[]): void {
  for (const child of children) whole.children.push(child);
  if (whole.position !== undefined && part.position !== undefined) whole.position.end = part.position.end;
}

function moveOffsets(node: Nodes, shift: number): void {
  const { position } = node;
  if (position !== undefined) {
    position.start.offset = (position.start.offset ?? 0) + shift;
    position.end.offset = (position.end.offset ?? 0) + shift;
  }
  if ('children' in node) for (const child of node.children) moveOffsets(child, shift);
}

function readDefinitions(tree: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') node.children.forEach(visit);
  };
  visit(tree);
  return found;
}
