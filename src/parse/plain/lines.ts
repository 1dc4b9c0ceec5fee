import { giveUp } from './place.ts';

/** A line as the block sees it that it stands in. */
export interface Line {
  /** Offset after the indentation of lists and the marks of quotes around it. */
  readonly at: number;
  /** Offset of what is not a space; `end` in a blank line. */
  readonly first: number;
  /** Offset of the line's ending. */
  readonly end: number;
  /** Offset of the line after it. */
  readonly next: number;
  /** It lacks the indentation or the marks, and goes on with a paragraph all the same. */
  readonly isLazy: boolean;
}

/** The lines of a text from an offset on; a carriage return alone is left to remark. */
export function linesOf(text: string, from: number): readonly Line[] {
  if (/\r(?!\n)/.test(text)) giveUp();
  const lines: Line[] = [];
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    if (newline > at && text.charCodeAt(newline - 1) === 13) end--;
    lines.push(lineFrom(text, at, end, next, false));
    at = next;
  }
  return lines;
}

/** A line from an offset on. */
export function lineFrom(text: string, at: number, end: number, next: number, isLazy: boolean): Line {
  return { at, first: afterSpaces(text, at, end), end, next, isLazy };
}

export function isBlank(line: Line): boolean {
  return line.first === line.end;
}

export function indentOf(line: Line): number {
  return line.first - line.at;
}

/** Where the spaces end that a range begins with. */
export function afterSpaces(text: string, at: number, end: number): number {
  let first = at;
  while (first < end && text.charCodeAt(first) === 32) first++;
  return first;
}

/** Where the spaces begin that a range ends with. */
export function trimmedEnd(text: string, at: number, end: number): number {
  let last = end;
  while (last > at && text.charCodeAt(last - 1) === 32) last--;
  return last;
}
