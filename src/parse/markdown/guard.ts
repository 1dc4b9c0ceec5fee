import { MAX_BYTES, tooLarge } from './decode.ts';

/** Why a text is too much for the Markdown reader, with the place that says so. */
export interface Overload {
  readonly rule: 'too-large' | 'unreadable';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const DEEPEST = 40;
const DEEPEST_INDENT = 120;
const MARKER = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/;
/** Remark compares each mark of emphasis in a paragraph with those before it: more than so many were written by nobody. */
const MOST_MARKS = 3000;
/** Underscores within a word emphasise nothing. */
const MARKS = /[*~]+|(?<!\w)_+|_+(?!\w)/g;
const FENCE = /^[ \t]*(?:`{3,}[^`]*$|~{3,})/;
const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||$)[-:| \t]*$/;

/** Looks for what no person writes and the Markdown reader would take very long for. */
export function findOverload(text: string): Overload | null {
  // No character is longer than three bytes for each unit of its length.
  const bytes = text.length * 3 > MAX_BYTES ? Buffer.byteLength(text) : 0;
  const large = tooLarge(bytes);
  if (large !== null) return { rule: 'too-large', message: `the file was not read: ${large.why}`, start: 0, end: 0 };
  const marks = new MarkCount();
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const message = overloadOf(text, start, end, marks);
    if (message !== null) return { rule: 'unreadable', message: `${message} here; the file was not read`, start, end: Math.min(end, start + 80) };
    start = end + 1;
  }
  return null;
}

function overloadOf(text: string, start: number, end: number, marks: MarkCount): string | null {
  if (depthOf(text, start, end) > DEEPEST) return `quotes and lists are nested more than ${DEEPEST} deep`;
  return marks.after(text.slice(start, end)) > MOST_MARKS ? `a paragraph has more than ${MOST_MARKS.toLocaleString('en')} marks of emphasis` : null;
}

/** Counts the marks of emphasis of a paragraph, line by line. A row of a table and an item of a list are paragraphs of their own; code has none. */
class MarkCount {
  private marks = 0;
  private fence = '';
  private isTable = false;

  after(line: string): number {
    if (this.isCode(line)) return (this.marks = 0);
    if (line.trim() === '') this.isTable = false;
    else if (DELIMITER_ROW.test(line)) this.isTable = true;
    if (this.isTable || line.trim() === '' || MARKER.test(line)) this.marks = 0;
    for (const { length } of line.match(MARKS) ?? []) this.marks += length;
    return this.marks;
  }

  private isCode(line: string): boolean {
    const mark = FENCE.exec(line)?.[0].trim().charAt(0) ?? '';
    if (this.fence === '') this.fence = mark;
    else if (mark === this.fence) this.fence = '';
    else return true;
    return mark !== '';
  }
}

function depthOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  // Most lines begin with a letter, and nothing is nested there.
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return 0;
  let depth = 0;
  let at = start;
  for (let match = MARKER.exec(text.slice(at, Math.min(end, at + 500))); match !== null && depth <= DEEPEST; match = MARKER.exec(text.slice(at, Math.min(end, at + 500)))) {
    if (match[0].length > DEEPEST_INDENT) return DEEPEST + 1;
    depth++;
    at += match[0].length;
  }
  return depth;
}
