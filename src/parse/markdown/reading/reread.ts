import type { Code, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { lineStart, positionAt, type SourceText } from '../../../model/index.ts';

/** Reads a text, without its byte order mark, into a tree. */
export type TreeReader = (text: string) => Root;

/** The file offsets of the lines of a tree's text. */
export interface Place {
  readonly source: SourceText;
  readonly readTree: TreeReader;
  readonly base: number;
}

/** How many columns further in than its mark the text of a container stands. */
export const INDENT = 4;

/** How a node is written in the file. */
export function textAt(node: RootContent, { source, base }: Place): string {
  return source.text.slice((node.position?.start.offset ?? 0) + base, (node.position?.end.offset ?? 0) + base);
}

/** Whether a block of code is one by its indent, without a fence. */
export function isIndented(node: Code, place: Place): boolean {
  return !/^(?:`{3}|~{3})/.test(textAt(node, place));
}

/** The text of a block read as Markdown, each node at its place in the file. */
export function reread(code: Code, place: Place): readonly RootContent[] {
  const { source, base } = place;
  const start = (code.position?.start.offset ?? 0) + base;
  return rereadLines(code.value.split(/\r\n?|\n/), isIndented(code, place) ? start : source.text.indexOf('\n', start) + 1, place);
}

/** Lines of the file, each without its indent, read as Markdown. */
export function rereadLines(indented: readonly string[], start: number, place: Place): readonly RootContent[] {
  const { source, base } = place;
  const lines = indented.map((line) => line.replace(/\r$/, ''));
  const text = lines.join('\n');
  const tree = place.readTree(text);
  const starts = lineStarts(text);
  const offsets = placesOfLines(lines, start, source.text);
  const moved = (offset: number): number => {
    const line = starts.findLastIndex((start) => start <= offset);
    return (offsets[line] ?? 0) + offset - (starts[line] ?? 0) - base;
  };
  visit(tree, (node) => {
    const { position } = node;
    if (position === undefined) return;
    const start = moved(position.start.offset ?? 0);
    const end = moved(position.end.offset ?? 0);
    node.position = { start: { ...pointAt(source, start + base), offset: start }, end: { ...pointAt(source, end + base), offset: end } };
  });
  return tree.children;
}

/** How wide the blanks at the start of a line are; a blank line goes on with whatever is above it. */
export function columnsOfIndent(line: string): number {
  if (line.trim() === '') return Infinity;
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return [...blanks].reduce((columns, blank) => columns + (blank === '\t' ? INDENT - (columns % INDENT) : 1), 0);
}

/** A line without its first columns, as far as they are blanks. */
export function withoutIndent(line: string, columns: number): string {
  let at = 0;
  for (let column = 0; column < columns && /[ \t]/.test(line.charAt(at)); at++) column += line.charAt(at) === '\t' ? INDENT - (column % INDENT) : 1;
  return line.slice(at);
}

function pointAt(source: SourceText, offset: number): { readonly line: number; readonly column: number } {
  const { line, column } = positionAt(source, offset);
  return { line, column };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Where each line of a block begins in the file: at the end of its line there, less its own length. */
function placesOfLines(lines: readonly string[], start: number, text: string): readonly number[] {
  let at = lineStart(text, start);
  return lines.map((line) => {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const own = text.slice(at, end).replace(/\r$/, '');
    const place = Math.max(at, at + own.length - line.length);
    at = end + 1;
    return place;
  });
}
