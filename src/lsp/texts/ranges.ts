import type { Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Span } from '../../model/index.ts';

/** The range of a span, by offsets: a byte order mark counts here as the editor counts it. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start.offset), end: document.positionAt(end.offset) };
}

/** The edits of a repair as the editor takes them. */
export function textEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: text }));
}

/** The one edit that makes a text out of another, from the first to the last place where they differ. */
export function differenceOf(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** The range of a span in a text that is not open: by its lines. */
export function rangeByLines({ start, end }: Span): Range {
  return { start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } };
}

/** Whether two ranges of lines meet. */
export function linesMeet(a: Range, b: Range): boolean {
  return a.start.line <= b.end.line && b.start.line <= a.end.line;
}

/** Whether an offset is in a span, its end included: the cursor stands between characters. */
export function holds({ start, end }: Span, offset: number): boolean {
  return offset >= start.offset && offset <= end.offset;
}
