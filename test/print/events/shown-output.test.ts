import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShownOutput } from '../../../src/print/events/shown-output.ts';

function shown(chunks: readonly string[], ci: boolean): string {
  const output = new ShownOutput(ci);
  return [...chunks.map((chunk) => output.push(Buffer.from(chunk))), output.end()].map((bytes) => Buffer.from(bytes).toString()).join('');
}

const PIECE = fc.constantFrom('\u001b', '[', '2K', '31m', '8m', ']0;', '\u0007', '\r', '\n', ':', '::', 'error', '#', '##[', 'vso[', ' ', 'x', '\u202e', '\u009b', 'é');

test('wherever it is cut, the same is shown', () => {
  fc.assert(
    fc.property(fc.array(PIECE), fc.boolean(), (pieces, ci) => {
      // A string for the terminal is not held back: what it says would be lost if its end never came.
      const whole = pieces.join('').replace(/\u001b\]/g, '');
      expect(shown(Array.from(whole), ci)).toBe(shown([whole], ci));
    }),
  );
});

test('what looks like the start of a CI command within a command to the terminal is not cut off from it, nor one that a command to the terminal parts', () => {
  expect(shown(['\u001b', '#', 'vso['], true)).toBe(shown(['\u001b#vso['], true));
  expect(shown([':', '\u001b', '::error::'], true)).toBe(shown([':\u001b::error::'], true));
  expect(shown(['#\u001b', '[2K#[error]'], true)).not.toContain('##[');
});

test('no line of it is a command to a CI system', () => {
  fc.assert(
    fc.property(fc.array(PIECE), (pieces) => {
      const lines = shown(pieces, true).replace(/\u001b\[[\d;:]*m/g, '').split(/[\r\n]/);
      for (const line of lines) expect(line).not.toMatch(/^\s*::|##(?:\[|vso\[)/);
    }),
  );
});

test('plain output passes as it is', () => {
  const bytes = Buffer.from('plain\n\ttext ✓\n');
  expect(new ShownOutput(false).push(bytes).buffer).toBe(bytes.buffer);
});
