import type { AttemptKey } from '../events/index.ts';
import { readingFile } from './attempt-file.ts';
import { outputFile } from './journal.ts';

/** What an attempt wrote: all of it, or the start and the end of a very long output, cut at line breaks if possible. */
export interface OutputEnds {
  readonly start: string;
  /** Bytes left out between the two. */
  readonly left: number;
  /** `''` if nothing is left out. */
  readonly end: string;
  /** The file that has all of it; `null` where it is on another machine. */
  readonly path: string | null;
}

/** The share of the start in what is kept; it is the smaller one, since the end says more. */
const START_SHARE = 0.25;

/** Reads at most this many bytes of what an attempt wrote; secrets were masked when it was stored. */
export function readOutputEnds(folder: string, attempt: AttemptKey, most: number): OutputEnds {
  const path = outputFile(folder, attempt);
  const ends = readingFile(path, ({ size, stretch }) => {
    if (size <= most) return { start: stretch(0, size).toString('utf8'), left: 0, end: '' };
    const head = stretch(0, Math.floor(most * START_SHARE));
    const tail = stretch(size - (most - head.length), size);
    const headEnd = head.lastIndexOf(10) + 1 || wholeCharacters(head);
    const tailStart = tail.indexOf(10) + 1 || wholeFrom(tail);
    return { start: head.toString('utf8', 0, headEnd), left: size - headEnd - (tail.length - tailStart), end: tail.toString('utf8', tailStart) };
  });
  return { ...(ends ?? { start: '', left: 0, end: '' }), path };
}

/** A stretch of what an attempt wrote, of limited length; `next` is where the one after it begins, `null` at the end. `null` if nothing of it is kept. */
export function readOutputPart(folder: string, attempt: AttemptKey, from: number, most: number): { readonly text: string; readonly next: number | null } | null {
  return readingFile(outputFile(folder, attempt), ({ size, stretch }) => {
    if (from + most >= size) return { text: stretch(from, size).toString('utf8'), next: null };
    const bytes = stretch(from, from + most);
    const whole = wholeCharacters(bytes) || bytes.length;
    return { text: bytes.toString('utf8', 0, whole), next: from + whole };
  });
}

/** The bytes up to the last complete character. */
function wholeCharacters(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return Math.max(0, end - 1);
}

/** The offset of the first complete character. */
function wholeFrom(bytes: Buffer): number {
  let at = 0;
  while (at < 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return at;
}
