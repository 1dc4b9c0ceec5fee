/** A stretch of bytes. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds many texts at once (Wu and Manber 1994): each pair of bytes tells how far one can safely skip, so most bytes are never looked at
 * and a further text costs next to nothing.
 */
export class SecretMatcher {
  /** Length of the shortest text. */
  private readonly window: number;
  private readonly longest: number;
  private readonly shift: Uint8Array;
  /** How far to skip, by the last two bytes of the window. */
  private readonly byEnd = new Map<number, Buffer[]>();
  /** The texts, by their first two bytes. */
  private readonly byStart = new Map<number, Buffer[]>();
  private readonly firsts = new Uint8Array(256);

  /** `texts`: none shorter than two bytes. */
  constructor(texts: readonly Buffer[]) {
    this.window = Math.min(255, ...texts.map(({ length }) => length));
    this.longest = Math.max(0, ...texts.map(({ length }) => length));
    this.shift = new Uint8Array(65_536).fill(Math.max(0, this.window - 1));
    for (const text of texts) this.learn(text);
  }

  private learn(text: Buffer): void {
    const { window, shift } = this;
    for (let at = 1; at < window; at++) {
      const pair = pairAt(text, at - 1);
      shift[pair] = Math.min(shift[pair] ?? 0, window - 1 - at);
    }
    put(this.byEnd, pairAt(text, window - 2), text);
    put(this.byStart, pairAt(text, 0), text);
    this.firsts[text[0] ?? 0] = 1;
  }

  /** The first match at `from` or later: the longest text that begins there, extended by those that overlap it. */
  find(bytes: Uint8Array, from: number): Stretch | null {
    const first = this.next(bytes, from);
    if (first === null) return null;
    let { end } = first;
    for (let more = this.next(bytes, first.start + 1); more !== null && more.start < end; more = this.next(bytes, more.start + 1)) end = Math.max(end, more.end);
    return { start: first.start, end };
  }

  private next(bytes: Uint8Array, from: number): Stretch | null {
    const { window, shift } = this;
    const { length } = bytes;
    for (let at = from + window - 1; at < length; ) {
      const pair = ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
      const skip = shift[pair] ?? 0;
      if (skip > 0) {
        at += skip;
        continue;
      }
      const start = at - window + 1;
      const found = longestAt(bytes, start, this.byEnd.get(pair) ?? []);
      if (found > 0) return { start, end: start + found };
      at++;
    }
    return null;
  }

  /** How many bytes at the end may begin a text that is still to be completed. */
  beginning(bytes: Uint8Array): number {
    for (let at = Math.max(0, bytes.length - this.longest + 1); at < bytes.length; at++) {
      if (this.firsts[bytes[at] ?? 0] === 0) continue;
      if (at === bytes.length - 1) return 1;
      const begun = this.byStart.get(pairAt(bytes, at)) ?? [];
      if (begun.some((text) => text.length > bytes.length - at && isAt(bytes, at, text, bytes.length - at))) return bytes.length - at;
    }
    return 0;
  }
}

function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function put(map: Map<number, Buffer[]>, key: number, text: Buffer): void {
  const texts = map.get(key);
  if (texts === undefined) map.set(key, [text]);
  else texts.push(text);
}

function longestAt(bytes: Uint8Array, start: number, texts: readonly Buffer[]): number {
  let longest = 0;
  for (const text of texts) if (text.length > longest && start + text.length <= bytes.length && isAt(bytes, start, text, text.length)) longest = text.length;
  return longest;
}

function isAt(bytes: Uint8Array, start: number, text: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[start + at] !== text[at]) return false;
  return true;
}
