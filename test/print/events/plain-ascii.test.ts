import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colouredText } from '../../../src/model/index.ts';
import { isPlainAscii } from '../../../src/print/events/plain-ascii.ts';

const PIECE = fc.oneof(fc.constantFrom('\u001b[31m', '\u001b[0m', '\u001b[38;5;8m', '\u001b[8m', '\u001b[36m', '\u001b[2K', '\n', '\t', '\r', 'text of a line ', 'x'), fc.nat(127).map((code) => String.fromCharCode(code)));

test('what passes is what would be shown, wherever its memory begins', () => {
  fc.assert(
    fc.property(fc.array(PIECE, { maxLength: 12 }), fc.nat(7), (pieces, offset) => {
      const text = pieces.join('');
      const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).subarray(offset);
      expect(isPlainAscii(bytes)).toBe(!text.includes('\r') && colouredText(text) === text);
    }),
    { numRuns: 200 },
  );
});
