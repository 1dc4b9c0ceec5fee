import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/model/index.ts';
import { type Segment, segment } from '../../../src/tui/rows/rows.ts';
import { foldCode, foldOutput, wrapWords } from '../../../src/tui/rows/wrap.ts';

const text = (parts: readonly Segment[]): string => parts.map((part) => part.text).join('');
const words = fc.array(fc.oneof(fc.stringMatching(/^[a-z ]{0,12}$/), fc.constantFrom('漢字', '👍🏽', 'é', ' ', '  ', 'a-very-long-word-without-a-blank')), { maxLength: 12 });
const segments = words.map((all) => all.map((word, i) => segment(word, i % 2 === 0 ? 'text' : 'strong')));

describe('prose', () => {
  it('is folded at blanks, in its looks', () => {
    const lines = wrapWords([segment('one two '), segment('three', 'strong'), segment(' four')], 9);
    expect(lines.map(text)).toEqual(['one two', 'three', 'four']);
    expect(lines[1]).toEqual([segment('three', 'strong')]);
  });

  it('has no empty row where a word fills the width', () => {
    expect(wrapWords([segment('abcdefgh ij')], 8).map(text)).toEqual(['abcdefgh', 'ij']);
  });

  it('fits, and loses nothing but blanks', () => {
    fc.assert(fc.property(segments, fc.integer({ min: 4, max: 30 }), (parts, width) => {
      const lines = wrapWords(parts, width);
      for (const line of lines) expect(displayWidth(text(line))).toBeLessThanOrEqual(width);
      expect(lines.map(text).join('').replace(/ /g, '')).toBe(text(parts).replace(/ /g, ''));
    }));
  });
});

describe('code', () => {
  it('keeps every character, blanks at its beginning too; what goes on is indented', () => {
    expect(foldCode([segment('  kubectl get pods -n api')], 16).map(text)).toEqual(['  kubectl get ', '  pods -n api']);
  });

  it('fits, and loses nothing but blanks', () => {
    fc.assert(fc.property(segments, fc.integer({ min: 8, max: 30 }), (parts, width) => {
      const lines = foldCode(parts, width);
      for (const line of lines) expect(displayWidth(text(line))).toBeLessThanOrEqual(width);
      expect(lines.map(text).join('').replace(/ /g, '')).toBe(text(parts).replace(/ /g, ''));
    }));
  });
});

it('output keeps its own colours over the fold', () => {
  expect(foldOutput('\u001b[31mabcdef\u001b[39m', 3)).toEqual(['\u001b[31mabc\u001b[39m', '\u001b[31mdef\u001b[39m']);
});
