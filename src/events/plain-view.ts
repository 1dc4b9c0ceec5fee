import { firstIndex } from '../model/index.ts';
const ESCAPE = 0x1b;
const BELL = 0x07;
const BREAK = 0x0a;
/** Anything longer is not taken for an escape sequence. */
const LONGEST_SEQUENCE = 256;
/** Line lengths at which encoders such as base64 break their text. */
const WIDTHS: ReadonlySet<number> = new Set([60, 64, 72, 76]);
const ENCODED = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w+/=-]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** Bytes without what can interrupt a secret in the middle: escape sequences, and the line breaks of encoded text. */
export interface PlainView {
  readonly bytes: Uint8Array;
  /** The offset in the original of a byte of this view, or of its end. */
  at(index: number): number;
  /** The offset of an escape sequence that is not complete yet; else the end. */
  readonly open: number;
}

/** Makes the view. `column`: how many bytes of the first line came before. */
export function plainView(bytes: Buffer, column: number): PlainView {
  const gaps = inOrder(sequences(bytes), joints(bytes, column));
  if (gaps.length === 0) return { bytes, at: (index) => index, open: bytes.length };
  const open = (gaps.at(-1) ?? 0) > bytes.length ? (gaps.at(-2) ?? 0) : bytes.length;
  const kept = Buffer.allocUnsafe(bytes.length);
  const starts: number[] = [];
  const places: number[] = [];
  let length = 0;
  let from = 0;
  for (let gap = 0; gap <= gaps.length; gap += 2) {
    const start = gaps[gap] ?? bytes.length;
    if (start > from) {
      starts.push(length);
      places.push(from);
      for (let at = from; at < start; at++) kept[length++] = bytes[at] ?? 0;
    }
    from = Math.max(from, gaps[gap + 1] ?? 0);
  }
  return { bytes: kept.subarray(0, length), open, at: (index) => (index >= length ? open : placeOf(index, starts, places)) };
}

function placeOf(index: number, starts: readonly number[], places: readonly number[]): number {
  const at = Math.max(0, firstIndex(starts, (start) => start > index) - 1);
  return (places[at] ?? 0) + index - (starts[at] ?? 0);
}

/** Alternating starts and ends; an incomplete last gap ends beyond the bytes. */
type Gaps = readonly number[];

function inOrder(some: Gaps, others: Gaps): Gaps {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some;
  const pairs = [some, others].flatMap((gaps) => Array.from({ length: gaps.length / 2 }, (_, i) => [gaps[2 * i] ?? 0, gaps[2 * i + 1] ?? 0] as const));
  return pairs.sort(([a], [b]) => a - b).flat();
}

function sequences(bytes: Buffer): Gaps {
  const gaps: number[] = [];
  for (let at = bytes.indexOf(ESCAPE); at !== -1; ) {
    const end = sequenceEnd(bytes, at);
    if (end > bytes.length && bytes.length - at > LONGEST_SEQUENCE) at = bytes.indexOf(ESCAPE, at + 1);
    else {
      gaps.push(at, end);
      at = bytes.indexOf(ESCAPE, end);
    }
  }
  return gaps;
}

function sequenceEnd(bytes: Buffer, start: number): number {
  const kind = bytes[start + 1];
  if (kind === undefined) return bytes.length + 1;
  // `ESC ] … BEL`, or with `ESC \` at its end.
  if (kind === 0x5d) {
    for (let at = start + 2; at < bytes.length; at++) if (bytes[at] === BELL || bytes[at] === ESCAPE) return bytes[at] === BELL ? at + 1 : at;
    return bytes.length + 1;
  }
  if (kind !== 0x5b) return start + 2;
  for (let at = start + 2; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x3f) return at + 1;
  }
  return bytes.length + 1;
}

/** The line breaks after lines that look encoded: of an encoder's length, with nothing but its characters. */
function joints(bytes: Buffer, column: number): Gaps {
  const gaps: number[] = [];
  let from = 0;
  let before = column;
  for (let end = bytes.indexOf(BREAK); end !== -1; end = bytes.indexOf(BREAK, from)) {
    const isCut = bytes[end - 1] === 0x0d;
    const last = isCut ? end - 1 : end;
    if (WIDTHS.has(before + last - from) && isEncoded(bytes, from, last)) gaps.push(last, end + 1);
    from = end + 1;
    before = 0;
  }
  return gaps;
}

function isEncoded(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (ENCODED[bytes[at] ?? 0] === 0) return false;
  return true;
}
