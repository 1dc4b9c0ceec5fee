/** Why a text is too much for the Markdown reader, with the place that says so. */
export interface Overload {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const DEEPEST = 40;
const DEEPEST_INDENT = 120;
const MARKER = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/;

/** Looks for nesting that no person writes and that would cost the Markdown reader time without end. */
export function findOverload(text: string): Overload | null {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const depth = depthOf(text, start, end);
    if (depth > DEEPEST) return { message: `quotes and lists are nested more than ${DEEPEST} deep here; the file was not read`, start, end: Math.min(end, start + 80) };
    start = end + 1;
  }
  return null;
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
