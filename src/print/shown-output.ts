import { isAscii, isUtf8 } from 'node:buffer';
import { colouredText, endsMidLine, inertLines, isVisible, openCommand, openSequence } from '../model/index.ts';

const NOTHING = Buffer.alloc(0);
/** A command to the terminal that is longer is none. */
const LONGEST_SEQUENCE = 256;

/** The output of a command on its way to a terminal or a log: colours and nothing else that is not text, whatever chunks it comes in. */
export class ShownOutput {
  private readonly ci: boolean;
  private held = '';
  private midLine = false;

  constructor(ci: boolean) {
    this.ci = ci;
  }

  /** What may be shown now. Chunks are cut between characters. */
  push(bytes: Uint8Array): Uint8Array {
    if (this.held === '' && !this.ci && isPlain(bytes)) return bytes;
    const text = this.held + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const open = Math.max(openEnd(text), this.ci ? openCommand(text) : 0);
    this.held = text.slice(text.length - open);
    return this.shown(text.slice(0, text.length - open));
  }

  /** What was held back, at the end of a step. */
  end(): Uint8Array {
    const { held } = this;
    this.held = '';
    return held === '' ? NOTHING : this.shown(held);
  }

  private shown(text: string): Uint8Array {
    if (text === '') return NOTHING;
    const coloured = colouredText(text.replace(/\r+(?=\n)/g, '').replaceAll('\r', '\n'));
    const inert = this.ci ? inertLines(coloured, this.midLine) : coloured;
    this.midLine = this.ci && endsMidLine(inert, this.midLine);
    return Buffer.from(inert);
  }
}

/** A carriage return or a sequence whose rest is to come. */
function openEnd(text: string): number {
  if (text.endsWith('\r')) return 1;
  const open = openSequence(text);
  return open > LONGEST_SEQUENCE ? 0 : open;
}

/** Most output is ASCII without commands, which is told several times faster than the rest. */
function isPlain(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return isVisible(buffer.toString('latin1'));
  return isUtf8(buffer) && isVisible(buffer.toString('utf8'));
}
