import { isAscii, isUtf8 } from 'node:buffer';
import { colouredText, endsMidLine, inertLines, isVisible, openCommand, openSequence } from '../../model/index.ts';
import { isPlainAscii } from './plain-ascii.ts';

const NOTHING = Buffer.alloc(0);
/** A command to the terminal that is longer is none. */
const LONGEST_SEQUENCE = 256;

/** The line that is being written. Streams that are written to one log share it. */
export interface OpenLine {
  /** Something that can be seen stands in it. */
  midLine: boolean;
  /** Nothing at all does. */
  atStart: boolean;
}

/** A log that nothing was written to. */
export const newLine = (): OpenLine => ({ midLine: false, atStart: true });

/** The output of a command on its way to a terminal or a log: colours and nothing else that is not text, whatever chunks it comes in. */
export class ShownOutput {
  private readonly ci: boolean;
  private readonly line: OpenLine;
  private held = NOTHING;

  constructor(ci: boolean, line = newLine()) {
    this.ci = ci;
    this.line = line;
  }

  /** What may be shown now. Chunks are cut between characters. */
  push(chunk: Uint8Array): Uint8Array {
    const bytes = this.held.length === 0 ? bufferOf(chunk) : Buffer.concat([this.held, chunk]);
    const open = openEnd(bytes.subarray(-LONGEST_SEQUENCE).toString('utf8'), this.ci);
    this.held = open === 0 ? NOTHING : Buffer.from(bytes.subarray(bytes.length - open));
    return this.shown(bytes.subarray(0, bytes.length - open));
  }

  /** What was held back, at the end of a step. */
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

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Text with its colours and its lines: a carriage return ends one too. */
function colouredLines(text: string): string {
  return colouredText(text.replace(/\r+(?=\n)/g, '').replaceAll('\r', '\n'));
}

/** How many bytes of the end belong to something whose rest is to come: a carriage return, a sequence, a command to a CI system. */
function openEnd(tail: string, ci: boolean): number {
  // How many carriage returns stand before a line feed is known when it comes.
  const open = /\r+$/.exec(tail)?.[0].length ?? openSequence(tail);
  const whole = tail.slice(0, tail.length - (open < LONGEST_SEQUENCE - 4 ? open : 0));
  return Buffer.byteLength(tail.slice(ci ? commandStart(whole) : whole.length));
}

/** Where at the end of a text a command to a CI system may begin. Looked for in what will be shown: what goes from it may stand between its letters. */
function commandStart(text: string): number {
  const shown = colouredLines(text);
  const held = openCommand(shown);
  if (held === 0) return text.length;
  const before = shown.slice(0, shown.length - held);
  let at = text.length;
  while (at > 0 && colouredLines(text.slice(0, at)) !== before) at--;
  return at;
}

/** Most output is text with colours at most, and passes as the bytes that it is. */
function isPlain(bytes: Buffer): boolean {
  return isAscii(bytes) ? isPlainAscii(bytes) : isUtf8(bytes) && isVisible(bytes.toString('utf8'));
}
