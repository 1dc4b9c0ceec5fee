import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../src/model/index.ts';
import { cpuTime } from '../../cpu-time.ts';

function found(source: string, text: string, flags = ''): string | null {
  const compiled = compilePattern(source, flags);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.pattern.exec(text)?.text ?? null;
}

describe('a pattern from a file', () => {
  it.each([
    ['^200$', '200', '', '200'],
    ['v(\\d+)', 'at v12.', '', 'v12'],
    ['a/b', 'a/b', '', 'a/b'],
    ['A.C', 'xa\ncx', 'is', 'a\nc'],
    ['^two$', 'one\ntwo', 'm', 'two'],
    ['\\u00e9+', 'éé', 'u', 'éé'],
    ['(?<name>x)', 'x', '', 'x'],
    ['nothing', 'x', 'g', null],
  ])('/%s/ in %j with "%s" is %j', (source, text, flags, match) => {
    expect(found(source, text, flags)).toBe(match);
  });

  it.each([
    ['(?=a)', '', 'look-around is not taken: patterns are matched in linear time, as RE2 does'],
    ['(?<!a)b', '', 'look-around is not taken: patterns are matched in linear time, as RE2 does'],
    ['(a)\\1', '', 'back references are not taken: patterns are matched in linear time, as RE2 does'],
    ['(', '', 'missing closing ): `(`'],
    ['a', 'q', 'invalid flags "q"'],
    ['a'.repeat(2000), '', 'it has 2000 characters; the most is 1000'],
    ['(?:ab|cd|ef|gh|ij|kl){900}', '', 'its counts ({n,m}) make it too large'],
  ])('/%s/%s is none: %s', (source, flags, reason) => {
    expect(compilePattern(source, flags)).toEqual({ ok: false, reason });
  });

  it.each(['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*)*x', '((a*)*)*b', '(?:a?){30}a{30}$'])('/%s/ takes no time that doubles with the text', (source) => {
    expect(cpuTime(() => void found(source, `${'a'.repeat(50_000)}!`))).toBeLessThan(2000);
  });

  it('finds what the language itself would find', () => {
    const source = fc.array(fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '(a|b)', 'a*', 'b+', 'a?', '^', '$', '\\b'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 12 });
    fc.assert(fc.property(source, text, (pattern, subject) => found(pattern, subject) === (new RegExp(pattern).exec(subject)?.[0] ?? null)));
  });
});
