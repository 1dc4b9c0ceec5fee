/** A report of the far side within a piece's own output: `NUL nonce kind NUL … NUL nonce . NUL`. */
export interface Frame {
  /** One letter. */
  readonly kind: string;
  readonly bytes: Buffer;
}

/** The shell code that writes the beginning of a frame, or with `.` its end. */
export function frameMark(nonce: string, kind: string): string {
  // Octal escapes have three digits, since the nonce may begin with one.
  return `builtin printf '\\000${nonce}${kind}\\0'`;
}

/** Splits a stream into the frames of a nonce and everything else. */
export class FrameReader {
  private readonly begin: Buffer;
  private readonly end: Buffer;
  private readonly most: number;
  private readonly onFrame: (frame: Frame) => void;
  /** Bytes that may turn out to be the beginning of a mark. */
  private held: Buffer = Buffer.alloc(0);
  private open: { readonly kind: string; readonly chunks: Buffer[]; length: number } | null = null;

  /** At most `most` bytes of a frame are kept. */
  constructor(nonce: string, most: number, onFrame: (frame: Frame) => void) {
    this.begin = Buffer.from(`\0${nonce}`);
    this.end = Buffer.from(`\0${nonce}.\0`);
    this.most = most;
    this.onFrame = onFrame;
  }

  /** Takes a chunk; returns the part of the stream that is outside frames. */
  push(chunk: Buffer): Buffer {
    const others: Buffer[] = [];
    let rest = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    for (let before = -1; before !== rest.length; ) {
      before = rest.length;
      rest = this.open === null ? this.outside(rest, others) : this.inside(rest);
    }
    this.held = rest;
    return Buffer.concat(others);
  }

  /** The end of the stream: returns what was held back. */
  rest(): Buffer {
    const { held } = this;
    this.held = Buffer.alloc(0);
    return this.open === null ? held : Buffer.alloc(0);
  }

  private outside(bytes: Buffer, others: Buffer[]): Buffer {
    const at = bytes.indexOf(this.begin);
    if (at < 0) {
      const keep = partLength(bytes, this.begin);
      if (keep < bytes.length) others.push(bytes.subarray(0, bytes.length - keep));
      return bytes.subarray(bytes.length - keep);
    }
    if (at > 0) others.push(bytes.subarray(0, at));
    const head = at + this.begin.length;
    if (bytes.length < head + 2) return bytes.subarray(at);
    this.open = { kind: bytes.toString('latin1', head, head + 1), chunks: [], length: 0 };
    return bytes.subarray(head + 2);
  }

  private inside(bytes: Buffer): Buffer {
    const at = bytes.indexOf(this.end);
    const until = at < 0 ? Math.max(0, bytes.length - this.end.length + 1) : at;
    if (until > 0) this.take(bytes.subarray(0, until));
    if (at < 0 || this.open === null) return bytes.subarray(until);
    const { kind, chunks } = this.open;
    this.open = null;
    this.onFrame({ kind, bytes: Buffer.concat(chunks) });
    return bytes.subarray(at + this.end.length);
  }

  private take(bytes: Buffer): void {
    if (this.open === null || this.open.length + bytes.length > this.most) return;
    this.open.length += bytes.length;
    this.open.chunks.push(bytes);
  }
}

/** How many bytes at the end may begin a mark. */
function partLength(bytes: Buffer, mark: Buffer): number {
  for (let length = Math.min(mark.length - 1, bytes.length); length > 0; length--) {
    if (bytes.subarray(bytes.length - length).equals(mark.subarray(0, length))) return length;
  }
  return 0;
}
