import { isAscii, isUtf8 } from 'node:buffer';
import type { Output, RunEvent } from '../../events/index.ts';
import { isVisible } from '../../model/index.ts';
import { jsonText } from '../json-text.ts';

type Write = (bytes: string | Uint8Array, done: () => void) => boolean;

/** How each byte below 128 that JSON does not take as it is is written. */
const ESCAPED: readonly (Buffer | null)[] = Array.from({ length: 128 }, (_, code) => {
  const text = jsonText(String.fromCharCode(code)).slice(1, -1);
  return text.length === 1 ? null : Buffer.from(text);
});
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 127 || ESCAPED[byte] === null ? 1 : 0));
const LONGEST_ESCAPE = 6;

/**
 * Prints a run's events, a line of JSON each. Output goes from bytes to bytes through one buffer: as strings a flood of it would cost
 * more memory than all the rest of the program.
 */
export class EventNdjson {
  private readonly write: Write;
  private scratch = Buffer.alloc(0);
  private busy = false;

  /** `write` returns whether the reader keeps up, as a stream's does, and calls back when the bytes are no longer needed. */
  constructor(write: Write) {
    this.write = write;
  }

  /** Print an event. Returns whether the reader keeps up. */
  print(event: RunEvent): boolean {
    if (event.type === 'output' && event.raw !== undefined) return this.output(event, event.raw);
    return this.write(`${jsonText(event)}\n`, () => undefined);
  }

  private output(event: Output, raw: Uint8Array): boolean {
    const { type, time, run, step, piece, attempt, stream } = event;
    // What is beyond ASCII may have to be escaped by its characters, and what a CI system obeys by its own.
    if (bufferOf(raw).includes('##') || (!isAscii(raw) && !isVisible(event.text))) return this.write(`${jsonText({ type, time, run, step, piece, attempt, stream, text: event.text })}\n`, () => undefined);
    const text = isUtf8(raw) ? raw : Buffer.from(Buffer.from(raw).toString('utf8'));
    const head = jsonText({ type, time, run, step, piece, attempt, stream, text: '' }).slice(0, -2);
    const line = this.room(head.length * 3 + text.length * LONGEST_ESCAPE + 3);
    const start = line.write(head);
    const end = escapeInto(line, start, text);
    line.write('"}\n', end);
    const own = line === this.scratch;
    if (own) this.busy = true;
    return this.write(line.subarray(0, end + 3), () => {
      if (own) this.busy = false;
    });
  }

  /** The one buffer, or another while a write still needs that. */
  private room(length: number): Buffer {
    if (this.busy) return Buffer.allocUnsafe(length);
    if (this.scratch.length < length) this.scratch = Buffer.allocUnsafeSlow(length);
    return this.scratch;
  }
}

/** Returns where the text ends. Stretches that need no escape are copied whole. */
function escapeInto(line: Buffer, start: number, text: Uint8Array): number {
  let at = start;
  for (let from = 0; from < text.length; ) {
    let until = from;
    while (IS_PLAIN[text[until] ?? 0] === 1 && until < text.length) until++;
    line.set(text.subarray(from, until), at);
    at += until - from;
    const escaped = until < text.length ? ESCAPED[text[until] ?? 0] : null;
    if (escaped != null) line.set(escaped, at);
    at += escaped?.length ?? 0;
    from = until + 1;
  }
  return at;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
