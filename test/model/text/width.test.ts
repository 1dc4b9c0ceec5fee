import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { displayWidth, graphemes } from '../../../src/model/index.ts';

const PIECES = [
  'kubectl get pods', ' ', '—', '…', '“quoted”', '→', '✓', '✗', '✔', '│', '╭─╮', '█', '▶', '°', '\u00ad', 'é', 'e\u0301', 'ё', 'Ω',
  '漢字', 'カタカナ', 'ｶﾞ', '（', '\u3000', '한국어', '\u1112\u1161\u11ab', '\u1100\u1100\u1161', '\u1161', 'नमस्ते', 'ไทย', 'กำ', 'שלום', 'مرحبا',
  '⚠', '⚠️', '⚠️⚠️', '✅', '❌', '🚀', '☝🏻', '👍🏽', '👩‍⚕️', '👨‍👩‍👧‍👦', '❤️‍🔥', '🏳️‍🌈', '🇩🇪', '1️⃣', '#⃣', '1️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '©️', '™', 'ℹ️',
  '\ue0b0', '\u200d', '\u200b', '\ufeff', '\ufe0f', '\t', '\r', '\n', '\ud83d', '\u001b[1;31m', '\u001b[0m', '\u001b]8;;https://example.org\u0007', '\u0301',
];

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));

it('a text takes the cells that string-width counts', () => {
  fc.assert(fc.property(texts, (text) => {
    expect(displayWidth(text)).toBe(stringWidth(text));
    expect(displayWidth(text, { countAnsiEscapeCodes: true })).toBe(stringWidth(text, { countAnsiEscapeCodes: true }));
  }), { numRuns: 300 });
});

it('so does any character of the ranges that are not looked at closely', () => {
  const wrong = [];
  for (let code = 0x20; code < 0x3000; code++) {
    // A control sequence begins there, and which letters end it is another matter.
    if (code === 0x9b) continue;
    const character = String.fromCodePoint(code);
    if (displayWidth(character) !== stringWidth(character) || displayWidth(`a${character}b`) !== stringWidth(`a${character}b`)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

it('splits a text as Intl does', () => {
  const segmenter = new Intl.Segmenter();
  fc.assert(fc.property(texts, (text) => {
    expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
  }));
});
