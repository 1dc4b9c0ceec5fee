import { colouredText } from '../../model/index.ts';

const [TAB, BREAK, ESCAPE, DELETE] = [0x09, 0x0a, 0x1b, 0x7f];

/** Whether ASCII bytes contain nothing but text, line breaks, tabs and colours. Looks at four bytes at a time, so that a gigabyte takes a fraction of a second. */
export function isPlainAscii(bytes: Uint8Array): boolean {
  const { length } = bytes;
  // The words begin at an aligned offset.
  const shift = (4 - (bytes.byteOffset & 3)) & 3;
  const words = length < shift + 4 ? new Int32Array(0) : new Int32Array(bytes.buffer, bytes.byteOffset + shift, (length - shift) >> 2);
  for (let at = 0; at < length; ) {
    if (((at - shift) & 3) === 0 && at >= shift) {
      const next = shift + 4 * endOfPrintable(words, (at - shift) >> 2);
      at = next > at ? next : at;
      if (at >= length) return true;
    }
    const end = plainEnd(bytes, at);
    if (end === -1) return false;
    at = end;
  }
  return true;
}

/** The first word from `from` on that contains a control character. In ASCII, adding 0x60 sets the top bit of printable bytes, adding 1 that of DEL. */
function endOfPrintable(words: Int32Array, from: number): number {
  let at = from;
  for (; at < words.length; at++) {
    const word = words[at] ?? 0;
    if (((word + 0x60606060) & ~(word + 0x01010101) & 0x80808080) !== (0x80808080 | 0)) break;
  }
  return at;
}

/** The end of the character or colour code at an offset; -1 if it is neither. */
function plainEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte === ESCAPE) return colourEnd(bytes, at);
  return (byte < 0x20 && byte !== TAB && byte !== BREAK) || byte === DELETE ? -1 : at + 1;
}

function colourEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start + 1] !== 0x5b) return -1;
  let isSimple = true;
  for (let at = start + 2; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x6d) return isSimple || isColour(Buffer.from(bytes.subarray(start, at + 1)).toString('latin1')) ? at + 1 : -1;
    if (byte < 0x30 || byte > 0x3b) return -1;
    // 5, 6 and 8 alone are not colours.
    if (byte === 0x35 || byte === 0x36 || byte === 0x38) isSimple = false;
  }
  return -1;
}

function isColour(sequence: string): boolean {
  return colouredText(sequence) === sequence;
}
