import { isAscii, isUtf8 } from 'node:buffer';
import { colouredText, endsMidLine, inertLines, isVisible, openCommand, openSequence } from '../../model/index.ts';
import { bufferOf } from './buffer-of.ts';
import { isPlainAscii } from './plain-ascii.ts';

const NOTHING = Buffer.alloc(0);
/** Anything longer is not taken for an escape sequence. */
const LONGEST_SEQUENCE = 256;

/** The state of the line being written, shared by streams that go to one log. */
export interface OpenLine {
  /** Whether it contains anything visible. */
  midLine: boolean;
  /** Whether it is empty. */
  atStart: boolean;
}

/** The state of a log before anything is written. */
export const newLine = (): OpenLine => ({ midLine: false, atStart: true });

/** The output of a command on its way to a terminal or a log: only text and colours are kept, whatever chunks it comes in. */
export class ShownOutput {
  private readonly ci: boolean;
  private readonly line: OpenLine;
  private held = NOTHING;

  constructor(ci: boolean, line = newLine()) {
    this.ci = ci;
    this.line = line;
  }

  /** Takes a chunk, which ends between characters; returns what may be shown now. */
  push(chunk: Uint8Array): Uint8Array {
    const bytes = this.held.length === 0 ? bufferOf(chunk) : Buffer.concat([this.held, chunk]);
    const open = openEnd(bytes.subarray(-LONGEST_SEQUENCE).toString('utf8'), this.ci);
    this.held = open === 0 ? NOTHING : Buffer.from(bytes.subarray(bytes.length - open));
    return this.shown(bytes.subarray(0, bytes.length - open));
  }

  /** The end of a step: returns what was held back. */
  end(): Uint8Array {
    const { held } = this;
    this.held = NOTHING;
    return this.shown(held);
  }

  private shown(bytes: Buffer): Uint8Array {
    if (isPlain(bytes) && !(this.ci && (bytes.includes('::') || bytes.includes('##')))) {
      if (this.ci) this.line.midLine = endsMidLine(bytes.subarray(bytes.lastIndexOf(10) + 1).toString('utf8'), this.line.midLine && !bytes.includes(10));
      return bytes;
    }
    const coloured = colouredLines(bytes.toString('utf8'));
    const inert = this.ci ? inertLines(coloured, this.line.midLine) : coloured;
    this.line.midLine = this.ci && endsMidLine(inert, this.line.midLine);
    return Buffer.from(inert);
  }
}

/** The text with its colours and lines; a carriage return also ends a line. */
function colouredLines(text: string): string {
  return colouredText(text.replace(/\r+(?=\n)/g, '').replaceAll('\r', '\n'));
}

/** How many bytes at the end belong to something incomplete: a carriage return, an escape sequence, a workflow command. */
function openEnd(tail: string, ci: boolean): number {
  // Carriage returns wait until it is known whether a line feed follows.
  const open = /\r+$/.exec(tail)?.[0].length ?? openSequence(tail);
  const whole = tail.slice(0, tail.length - (open < LONGEST_SEQUENCE - 4 ? open : 0));
  return Buffer.byteLength(tail.slice(ci ? commandStart(whole) : whole.length));
}

/** The offset at the end of a text where a workflow command may begin. Looked for in what will be shown, since dropped sequences may stand between its letters. */
function commandStart(text: string): number {
  const shown = colouredLines(text);
  const held = openCommand(shown);
  if (held === 0) return text.length;
  const before = shown.slice(0, shown.length - held);
  let at = text.length;
  while (at > 0 && colouredLines(text.slice(0, at)) !== before) at--;
  return at;
}

/** Most output is text with at most colours, and passes unchanged. */
function isPlain(bytes: Buffer): boolean {
  return isAscii(bytes) ? isPlainAscii(bytes) : isUtf8(bytes) && isVisible(bytes.toString('utf8'));
}
