import { LOCK_FORMAT } from './lock-format.ts';
import { fault, type LockRead } from './lock-read.ts';

/** A lock file cut into its entries, each of which is parsed only when needed. */
interface LockText {
  /** The text of each entry, by path. */
  readonly entries: ReadonlyMap<string, string>;
  /** The line at which each begins, from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

interface Head {
  readonly line: string;
  /** Offset of the line, and its number from 1. */
  readonly at: number;
  readonly number: number;
}

/** Cuts a lock file into its entries, which are not read yet: to see that nothing changed needs two lines of each. */
export function cutLock(written: string): LockRead<LockText> {
  const text = written.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const heads = headsOf(text);
  const entries = new Map<string, string>();
  const lines = new Map<string, number>();
  let format: number | null = null;
  for (const [index, { line, at, number }] of heads.entries()) {
    if (/^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/.test(line)) return fault(number, 'a merge left its conflict marks here');
    const key = keyOf(line);
    if (key === null) return fault(number, 'this is no entry of a lock file');
    // A runbook with such a name is written in quotes.
    if (key === 'format' && line.startsWith('format')) format = Number(line.slice('format:'.length).trim());
    else if (entries.has(key)) return fault(number, `${key} has two entries`);
    else {
      entries.set(key, text.slice(at, heads[index + 1]?.at ?? text.length));
      lines.set(key, number);
    }
  }
  if (format === null || !Number.isInteger(format)) return fault(1, 'it has no "format:"');
  // Else an entry, and those that followed it, would be missing without a word.
  if (!text.endsWith('\n')) return fault(text.split('\n').length, 'it ends in the middle of a line: it was cut off');
  if (format > LOCK_FORMAT) return fault(1, `it has format ${format}, and this version of runbook knows ${LOCK_FORMAT}`);
  return { ok: true, value: { entries, lines } };
}

/** The lines that begin something: neither blank nor indented nor a comment. */
function headsOf(text: string): readonly Head[] {
  const heads: Head[] = [];
  let number = 1;
  for (let at = 0; at < text.length; number++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const first = text[at];
    if (first !== ' ' && first !== '#' && end > at) heads.push({ line: text.slice(at, end), at, number });
    at = end + 1;
  }
  return heads;
}

/** `null` if the line is not a key as we write it. */
function keyOf(line: string): string | null {
  const { double, plain } = /^(?:(?<double>"(?:[^"\\]|\\.)*")|(?<plain>[^\s"'].*?)):(?:\s|$)/.exec(line)?.groups ?? {};
  if (double === undefined) return plain ?? null;
  try {
    return JSON.parse(double) as string;
  } catch {
    return null;
  }
}
