import type { Nodes, Root, RootContent } from 'mdast';
import { type CodeRange, type SourceText, type Span, spanAt } from '../../model/index.ts';

/** A Markdown file: its text and the tree that was read from it. */
export interface Document {
  readonly path: string;
  readonly source: SourceText;
  readonly tree: Root;
  /** Added to the tree's offsets: 1 where a byte order mark stands before the text. */
  readonly base: number;
  readonly definitions: ReadonlyMap<string, string>;
  /** Names that stand for a value where code has them in braces: `{service}`. */
  readonly braces: ReadonlySet<string>;
}

/** Whether nothing but blanks and the marks of a quote stand between two offsets. */
export function isRightAbove({ source: { text } }: Document, end: number, start: number): boolean {
  return /^[\s>]*$/.test(text.slice(end, start));
}

/** Where a node stands in the file; `null` for the few that the Markdown reader gives no place. */
export function rangeOf(document: Document, node: Nodes): CodeRange | null {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? null : { start: start + document.base, end: end + document.base };
}

/** The place of a node, or of the text around it. */
export function rangeWithin(document: Document, node: Nodes, around: CodeRange): CodeRange {
  return rangeOf(document, node) ?? around;
}

/** The span of a range of the file. */
export function spanOf(document: Document, { start, end }: CodeRange): Span {
  return spanAt(document.source, start, end);
}

/** The text of a range of the file, as written. */
export function written(document: Document, { start, end }: CodeRange): string {
  return document.source.text.slice(start, end);
}

/** Offsets of the line that an offset stands in, its ending left out. */
export function lineAround(document: Document, offset: number): CodeRange {
  const { text } = document.source;
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** The children of a block, or none. */
export function childBlocks(node: RootContent): readonly RootContent[] {
  return 'children' in node ? (node.children as readonly RootContent[]) : [];
}
