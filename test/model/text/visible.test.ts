import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { colouredText, isVisible, visible, visibleData, visibleLine, visibleProse } from '../../../src/model/index.ts';

describe('hidden characters are shown', () => {
  test.each([
    ['escape', 'a\u001b[2Kb', 'a\\u{1b}[2Kb'],
    ['carriage return', 'a\rb', 'a\\u{d}b'],
    ['delete and C1', '\u007f\u009b', '\\u{7f}\\u{9b}'],
    ['bidirectional', '\u202e\u2066\u061c', '\\u{202e}\\u{2066}\\u{61c}'],
    ['zero width', 'ec\u200bho\u2060\ufeff', 'ec\\u{200b}ho\\u{2060}\\u{feff}'],
    ['soft hyphen', 'r\u00adm', 'r\\u{ad}m'],
    ['blanks that are no space', 'ls\u00a0-l\u3000x\u2800', 'ls\\u{a0}-l\\u{3000}x\\u{2800}'],
    ['fillers', '\u3164\u115f\uffa0', '\\u{3164}\\u{115f}\\u{ffa0}'],
    ['tags', '\u{e0041}\u{e007f}', '\\u{e0041}\\u{e007f}'],
    ['selectors that select nothing', 'a\ufe0f\u{e0101}', 'a\\u{fe0f}\\u{e0101}'],
    ['half a character', '\ud83d!', '\\u{d83d}!'],
  ])('%s', (_, text, shown) => expect(visible(text)).toBe(shown));

  test.each(['line\n\ttab', 'Größe — 10 €, “quoted” … ✓', '日本語 한국어 العربية', '⚠️ 👩‍💻 👍🏽 1️⃣ ❤️‍🔥'])('%s stays', (text) => expect(visible(text)).toBe(text));

  it('one line stays one', () => expect(visibleLine('a\nb\tc')).toBe('a\\u{a}b\\u{9}c'));
  it('in a sentence a blank is a blank', () => expect(visibleProse('Étape\u00a01\u202f: \u200b')).toBe('Étape 1 : \\u{200b}'));
  it('a path is one line', () => expect(visibleData({ path: 'a\nb.md', code: 'a\nb' })).toEqual({ path: 'a\\u{a}b.md', code: 'a\nb' }));
  it('sentences and code of an event', () => expect(visibleData({ title: 'a\u00a0b', code: 'a\u00a0b', list: ['\u001b'], n: 1 })).toEqual({ title: 'a b', code: 'a\\u{a0}b', list: ['\\u{1b}'], n: 1 }));

  it('no control, blank or character that is not drawn is taken for a visible one', () => {
    const unseen = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => /^(?!\p{Cn})[\p{Cc}\p{Cs}\p{Z}\p{DI}]$/u.test(String.fromCodePoint(code)));
    expect(unseen.filter((code) => isVisible(`a${String.fromCodePoint(code)}b`)).map((code) => code.toString(16))).toEqual(['9', 'a', '20']);
  });

  it('nothing hidden is left of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isVisible(visible(text).replace(/\u200d|\ufe0e|\ufe0f/g, ''))).toBe(true);
      }),
    );
  });
});

describe("a program's output keeps its colours and nothing else", () => {
  test.each([
    ['\u001b[1;31mred\u001b[0m', '\u001b[1;31mred\u001b[0m'],
    ['\u001b[38;5;8mgrey\u001b[m', '\u001b[38;5;8mgrey\u001b[m'],
    ['\u001b[8mnot drawn\u001b[28m', 'not drawn'],
    ['\u001b[31;8mred', '\u001b[31mred'],
    ['a\u001b[2K\u001b[1Gb', 'ab'],
    ['\u001b]0;title\u0007x\u001bcy', 'xy'],
    ['\u001bPq', ''],
    ['a\u202eb\u0000', 'a\\u{202e}b\\u{0}'],
    ['cut \u001b[3', 'cut \\u{1b}[3'],
  ])('%j', (text, shown) => expect(colouredText(text)).toBe(shown));
});
