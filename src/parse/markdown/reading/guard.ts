import { MAX_BYTES, tooLarge } from '../../../model/index.ts';
import { MARKER, ReadingCost, type TooMuch } from './reading-cost.ts';

/** Why a text is too costly for the Markdown reader, with the place. */
export interface Overload {
  readonly rule: 'too-large' | TooMuch['rule'];
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const DEEPEST = 40;
const DEEPEST_INDENT = 120;

/** Looks for constructs that no person writes and that would take the Markdown reader very long. */
export function findOverload(text: string): Overload | null {
  // No character is longer than three bytes for each unit of its length.
  const bytes = text.length * 3 > MAX_BYTES ? Buffer.byteLength(text) : 0;
  const large = tooLarge(bytes);
  if (large !== null) return { rule: 'too-large', message: `the file was not read: ${large.why}`, start: 0, end: 0 };
  const cost = new ReadingCost();
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const found = overloadOf(text, start, end, cost);
    if (found !== null) return { rule: found.rule, message: `${found.message} here; the file was not read`, start, end: Math.min(end, start + 80) };
    start = end + 1;
  }
  return null;
}

function overloadOf(text: string, start: number, end: number, cost: ReadingCost): TooMuch | null {
  if (depthOf(text, start, end) > DEEPEST) return { rule: 'unreadable', message: `quotes and lists are nested more than ${DEEPEST} deep` };
  return cost.tooMuchAfter(text.slice(start, end));
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
