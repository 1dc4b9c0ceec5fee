const NOTHING = Buffer.alloc(0);

/**
 * The bytes of one output stream with secrets masked, also those that a chunk boundary cuts: what could be the beginning of a
 * secret, or of a UTF-8 character, is held back until the next bytes show what it is. So each chunk given out is text by itself.
 */
export class RedactedStream {
  private held: Buffer = NOTHING;
  private readonly secrets: () => readonly Buffer[];
  private readonly mask: Buffer;

  /** `secrets` are asked for with each chunk: a run learns new ones. */
  constructor(secrets: () => readonly Buffer[], mask: Buffer) {
    this.secrets = secrets;
    this.mask = mask;
  }

  /** What may be shown now. */
  push(chunk: Buffer): Buffer {
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    const secrets = this.secrets();
    const keep = Math.max(cutCharacter(bytes), longestBeginning(bytes, secrets));
    const { shown, taken } = this.masked(bytes, secrets, bytes.length - keep);
    // A copy: the chunk that it is part of may be large.
    this.held = taken === bytes.length ? NOTHING : Buffer.from(bytes.subarray(taken));
    return shown;
  }

  /** What was held back, at the end of the stream. */
  end(): Buffer {
    const { shown } = this.masked(this.held, this.secrets(), this.held.length);
    this.held = NOTHING;
    return shown;
  }

  /** Replaces the secrets before `limit`. One that reaches beyond it may be part of a longer one, and is left for later. */
  private masked(bytes: Buffer, secrets: readonly Buffer[], limit: number): { readonly shown: Buffer; readonly taken: number } {
    const parts: Buffer[] = [];
    let from = 0;
    let until = limit;
    for (let next = firstSecret(bytes, secrets, from); next !== null && next.start < limit; next = firstSecret(bytes, secrets, from)) {
      if (next.end > limit) {
        until = next.start;
        break;
      }
      parts.push(bytes.subarray(from, next.start), this.mask);
      from = next.end;
    }
    const rest = bytes.subarray(from, until);
    return { shown: parts.length === 0 ? rest : Buffer.concat([...parts, rest]), taken: until };
  }
}

/** The earliest secret, of several there the longest. Secrets that overlap are one. */
function firstSecret(bytes: Buffer, secrets: readonly Buffer[], from: number): { readonly start: number; readonly end: number } | null {
  let start = -1;
  let end = -1;
  for (const secret of secrets) {
    const at = bytes.indexOf(secret, from);
    if (at !== -1 && (start === -1 || at < start || (at === start && at + secret.length > end))) {
      start = at;
      end = at + secret.length;
    }
  }
  if (start === -1) return null;
  for (const secret of secrets) {
    const at = bytes.indexOf(secret, start + 1);
    if (at !== -1 && at < end) end = Math.max(end, at + secret.length);
  }
  return { start, end };
}

function longestBeginning(tail: Buffer, secrets: readonly Buffer[]): number {
  let longest = 0;
  for (const secret of secrets) {
    for (let length = Math.min(secret.length - 1, tail.length); length > longest; length--) {
      if (tail[tail.length - length] === secret[0] && tail.subarray(tail.length - length).equals(secret.subarray(0, length))) longest = length;
    }
  }
  return longest;
}

/** How many bytes at the end are the beginning of a UTF-8 character; 0 where they are none. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
