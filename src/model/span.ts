/** A place in a source text: `offset` in UTF-16 units from 0; `line` and `column` (UTF-16 units) from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A half-open stretch of a source text: `end` is the first place after it. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Whether a stretch lies in another, or is the same. */
export function isInside(inner: Span, outer: Span): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset;
}

/** A value together with the place in the file that it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/**
 * Code extracted from a Markdown file. Indentation of the enclosing list, quote marks, prompts and carriage returns are removed,
 * so an offset in `text` is not an offset in the file: `lineOffsets[i]` is the file offset of the first character of the
 * i-th line of `text`. Within a line both offsets advance together, except at `skips`.
 */
export interface CodeText {
  readonly text: string;
  readonly lineOffsets: readonly number[];
  /** Offsets in `text` before which the file has one more character: the backslash of `\|` in a table cell. Sorted. */
  readonly skips?: readonly number[];
}

/** A half-open range of offsets inside a `CodeText.text`. */
export interface CodeRange {
  readonly start: number;
  readonly end: number;
}

/** Whether something begins in a range. */
export function startsIn({ start }: { readonly start: number }, range: CodeRange): boolean {
  return range.start <= start && start < range.end;
}

/** Whether a range lies in another, or is the same. */
export function liesIn(inner: CodeRange, outer: CodeRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges have a place in common. */
export function overlap(one: CodeRange, other: CodeRange): boolean {
  return one.start < other.end && other.start < one.end;
}
