import type { CodeText, Position, Span } from './span.ts';

/** The text of a file with its line starts, so that offsets become lines and columns by binary search. */
export interface SourceText {
  /** As on disk, byte order mark and carriage returns included, decoded as UTF-8. */
  readonly text: string;
  /** Offset of the first character of each line; a line ends with `\n`, `\r\n` or a lone `\r`. */
  readonly lineStarts: readonly number[];
  /** The line ending most lines use. */
  readonly eol: '\n' | '\r\n';
}

/** Index a text by lines. */
export function sourceText(text: string): SourceText {
  const lineStarts = [0];
  let crlf = 0;
  let lf = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) {
      lf++;
      lineStarts.push(i + 1);
    } else if (c === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        i++;
        crlf++;
      }
      lineStarts.push(i + 1);
    }
  }
  return { text, lineStarts, eol: crlf > lf ? '\r\n' : '\n' };
}

/** The line and column of an offset; offsets outside the text are clamped to it. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { offset: at, line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1 };
}

/** The span between two offsets. */
export function spanAt(source: SourceText, start: number, end: number): Span {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/** The file offset of an offset in lifted code. */
export function fileOffset(code: CodeText, offset: number): number {
  let line = 0;
  let lineStart = 0;
  for (let next = code.text.indexOf('\n'); next !== -1 && next < offset; next = code.text.indexOf('\n', next + 1)) {
    line++;
    lineStart = next + 1;
  }
  return (code.lineOffsets[line] ?? 0) + (offset - lineStart);
}

/** The span in the file of a range of lifted code. */
export function codeSpan(source: SourceText, code: CodeText, start: number, end: number): Span {
  return spanAt(source, fileOffset(code, start), fileOffset(code, Math.max(start, end)));
}
