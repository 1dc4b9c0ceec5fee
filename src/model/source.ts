import { firstIndex } from './first-index.ts';
import type { CodeText, Position, Span } from './span.ts';

/** The text of a file with its line starts, so that a binary search turns offsets into lines and columns. */
export interface SourceText {
  /** As on disk, including byte order mark and carriage returns, decoded as UTF-8. */
  readonly text: string;
  /** Offset of the first character of each line, a byte order mark not counted; a line ends with `\n`, `\r\n` or a lone `\r`. */
  readonly lineStarts: readonly number[];
  /** The line ending most lines use. */
  readonly eol: '\n' | '\r\n';
}

/** Indexes a text by lines. */
export function sourceText(text: string): SourceText {
  if (text.includes('\r')) return sourceWithReturns(text);
  const lineStarts = [firstCharacter(text)];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { text, lineStarts, eol: '\n' };
}

/** Editors and forges do not show a byte order mark and do not count it as a column. */
function firstCharacter(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

function sourceWithReturns(text: string): SourceText {
  const lineStarts = [firstCharacter(text)];
  let crlf = 0;
  let lf = 0;
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lineStarts.push(index + ending.length);
    if (ending === '\r\n') crlf++;
    else if (ending === '\n') lf++;
  }
  return { text, lineStarts, eol: crlf > lf ? '\r\n' : '\n' };
}

/** The line and column of an offset; offsets outside the text are clamped to it. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  const low = indexBefore(source.lineStarts, at);
  return { offset: at, line: low + 1, column: Math.max(1, at - (source.lineStarts[low] ?? 0) + 1) };
}

/** The span between two offsets. */
export function spanAt(source: SourceText, start: number, end: number): Span {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/** The file offset of an offset in extracted code. */
export function fileOffset(code: CodeText, offset: number): number {
  const starts = startsOf(code);
  const line = indexBefore(starts, offset);
  const skipped = code.skips === undefined ? 0 : code.skips.filter((at) => at <= offset).length;
  return (code.lineOffsets[line] ?? 0) + (offset - (starts[line] ?? 0)) + skipped;
}

const lineStartsByCode = new WeakMap<CodeText, readonly number[]>();

/** The line starts within extracted code, cached because long blocks are looked up often. */
function startsOf(code: CodeText): readonly number[] {
  const known = lineStartsByCode.get(code);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = code.text.indexOf('\n'); at !== -1; at = code.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStartsByCode.set(code, starts);
  return starts;
}

/** The index of the last of the sorted numbers that is not above a value. */
function indexBefore(sorted: readonly number[], value: number): number {
  return Math.max(0, firstIndex(sorted, (each) => each > value) - 1);
}

/** The span in the file of a range of extracted code. */
export function codeSpan(source: SourceText, code: CodeText, start: number, end: number): Span {
  return spanAt(source, fileOffset(code, start), fileOffset(code, Math.max(start, end)));
}
