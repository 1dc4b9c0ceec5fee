import { isAscii, isUtf8 } from 'node:buffer';
import type { Output, RunEvent } from '../../events/index.ts';
import { isVisible } from '../../model/index.ts';
import { jsonText } from '../formats/json-text.ts';
import { bufferOf } from './buffer-of.ts';

type Write = (bytes: string | Uint8Array, done: () => void) => boolean;

/** The escapes of the bytes below 128 that JSON cannot contain as they are. */
const ESCAPED: readonly (Buffer | null)[] = Array.from({ length: 128 }, (_, code) => {
  const text = jsonText(String.fromCharCode(code)).slice(1, -1);
  return text.length === 1 ? null : Buffer.from(text);
});
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 127 || ESCAPED[byte] === null ? 1 : 0));
const LONGEST_ESCAPE = 6;

/**
 * Prints a run's events, one line of JSON each. Output is converted from bytes to bytes in one buffer: as strings, a flood of it would take
 * more memory than the rest of the program.
 */
export class EventNdjson {
  private readonly write: Write;
  private scratch = Buffer.alloc(0);
  private busy = false;

  /** `write` returns whether the reader keeps up, like a stream's, and calls back when the bytes are no longer needed. */
  constructor(write: Write) {
    this.write = write;
  }

  /** Prints an event. Returns whether the reader keeps up. */
  print(event: RunEvent): boolean {
    if (event.type === 'output' && event.raw !== undefined) return this.output(event, event.raw);
    return this.write(`${jsonText(event)}\n`, () => undefined);
  }

  private output(event: Output, raw: Uint8Array): boolean {
    const { type, time, run, step, piece, attempt, stream } = event;
    // Text beyond ASCII, or with workflow commands, needs escapes by character and cannot take the fast path.
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

  /** The shared buffer, or a new one while a write still uses it. */
  private room(length: number): Buffer {
    if (this.busy) return Buffer.allocUnsafe(length);
    if (this.scratch.length < length) this.scratch = Buffer.allocUnsafeSlow(length);
    return this.scratch;
  }
}

/** Escapes bytes into the buffer and returns the end. Stretches that need no escape are copied whole. */
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
