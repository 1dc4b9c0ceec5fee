import { htmlStart } from './html-blocks.ts';
import type { Line } from './lines.ts';
import { giveUp } from './place.ts';

export const FENCE = /(`{3,})([^`\r\n]*)$|(~{3,})(.*)$/y;
export const HEADING = /(#{1,6})(?=[ \t]|$)/y;
const RULE = /(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/y;
export const MARKER = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/y;
export const UNDERLINE = /(?:=+|-+) *$/y;

/** What a line can start: Markdown's blocks, and HTML as in html-blocks.ts. */
export type BlockStart = 'fence' | 'heading' | 'quote' | 'rule' | 'item' | 'comment' | 'block' | 'tag';

/** What a line starts that stands in no paragraph; `null` for text. */
export function startOf(text: string, line: Line): BlockStart | null {
  switch (text.charAt(line.first)) {
    case '`':
    case '~':
      return matchAt(FENCE, text, line) === null ? null : 'fence';
    case '#':
      return matchAt(HEADING, text, line) === null ? null : 'heading';
    case '>':
      return 'quote';
    case '<':
      return htmlStart(text, line.first, line.end);
    case '-':
    case '*':
    case '_':
      if (matchAt(RULE, text, line) !== null) return 'rule';
      return matchAt(MARKER, text, line) === null ? null : 'item';
    default:
      return matchAt(MARKER, text, line) === null ? null : 'item';
  }
}

/** Items of one list have the same mark after their number, or the same bullet. */
export function kindOf(text: string, line: Line): string {
  return (matchAt(MARKER, text, line) ?? giveUp())[0].slice(-1);
}

/** A pattern at the first character of a line, which ends where its words end. */
export function matchAt(pattern: RegExp, text: string, line: Line): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(line.first, line.end));
}
