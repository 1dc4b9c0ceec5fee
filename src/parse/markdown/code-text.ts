import type { Code } from 'mdast';
import { type CodeRange, type CodeText, fileOffset } from '../../model/index.ts';
import { lineAround, type Document } from './document.ts';

/** Lifts a block out of the file: list indentation, quote marks and carriage returns gone, each line with its place. */
export function liftCode(document: Document, node: Code, range: CodeRange, fenced: boolean): CodeText {
  const text = node.value.replace(/\r\n?/g, '\n');
  const lines = sourceLines(document, range, fenced);
  let next = 0;
  const lineOffsets = text.split('\n').map((line) => {
    const place = lines[next] ?? { start: range.end, end: range.end };
    next += 1;
    return startOfTail(document, place, line);
  });
  return { text, lineOffsets };
}

/** The lines that hold a block's code; those of a fence start below its opening. */
function sourceLines(document: Document, range: CodeRange, fenced: boolean): readonly CodeRange[] {
  const lines: CodeRange[] = [];
  const { text } = document.source;
  let line = lineAround(document, range.start);
  if (!fenced) lines.push(line);
  while (line.end < range.end) {
    const next = line.end + (text.startsWith('\r\n', line.end) ? 2 : 1);
    line = lineAround(document, next);
    lines.push(line);
    if (next >= text.length) break;
  }
  return lines;
}

/** Where the code of a line begins: its tail, since only what stands before it was taken away. */
function startOfTail(document: Document, { start, end }: CodeRange, line: string): number {
  if (document.source.text.endsWith(line, end)) return Math.max(start, end - line.length);
  // A tab that was used up in part stands as blanks in the code.
  const blanks = line.length - line.trimStart().length;
  return Math.max(start, end - line.length + Math.max(0, blanks - 1));
}

/** The lines of some code, without their line ends. */
export function codeLines(code: string): readonly (CodeRange & { readonly text: string })[] {
  let at = 0;
  return code.split('\n').map((text) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, text };
  });
}

/** A stretch of the lines of some code as code of its own. */
export function pickLines(code: CodeText, ranges: readonly CodeRange[]): CodeText {
  return { text: ranges.map(({ start, end }) => code.text.slice(start, end)).join('\n'), lineOffsets: ranges.map(({ start }) => fileOffset(code, start)) };
}

/** One line of the file as code. `raw` is how it stands there: in a table's cell with a backslash before each `|`. */
export function lineOfCode(text: string, offset: number, raw = text): CodeText {
  if (raw.length === text.length || raw.replaceAll('\\|', '|') !== text) return { text, lineOffsets: [offset] };
  const skips = [...raw.matchAll(/\\\|/g)].map(({ index }, before) => index - before);
  return { text, lineOffsets: [offset], skips };
}
