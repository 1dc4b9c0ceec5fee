import { displayWidth, type Span, visible } from '../../model/index.ts';

/** The widest part of a line that a frame shows. */
const WIDTH = 100;
/** Characters kept before a place further to the right than that. */
const BEFORE = 40;

interface CodeFrame {
  readonly line: number;
  readonly text: string;
  /** Blanks up to the place, then carets. */
  readonly pointer: string;
}

/** A line with carets under a span of it; a long line is cut around the span. */
export function codeFrame(line: string, { start, end }: Span): CodeFrame {
  const from = start.column - 1;
  const to = end.line === start.line ? Math.max(from + 1, end.column - 1) : line.length;
  const cutFrom = line.length > WIDTH && from > BEFORE ? from - BEFORE : 0;
  const cutTo = Math.min(line.length, cutFrom + WIDTH);
  const text = (cutFrom > 0 ? '…' : '') + line.slice(cutFrom, cutTo) + (cutTo < line.length ? '…' : '');
  const shift = (cutFrom > 0 ? 1 : 0) - cutFrom;
  const marked = text.slice(from + shift, Math.min(to + shift, text.length));
  return { line: start.line, text: visible(text), pointer: blanks(visible(text.slice(0, from + shift))) + '^'.repeat(Math.max(1, displayWidth(visible(marked).replaceAll('\t', ' ')))) };
}

/** Tabs are kept, so that the caret is under its place however wide a tab is. */
function blanks(text: string): string {
  return text.split('\t').map((part) => ' '.repeat(displayWidth(part))).join('\t');
}
