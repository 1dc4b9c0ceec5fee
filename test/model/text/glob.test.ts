import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../src/model/index.ts';

describe('a target glob', () => {
  it.each([
    ['svc-api', 'svc-*', true],
    ['svc-', 'svc-*', true],
    ['svc', 'svc-*', false],
    ['db-eu-1', 'db-*-?', true],
    ['db-eu-12', 'db-*-?', false],
    ['a\nb', 'a*b', true],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['é😀', 'é?', true],
    ['', '*', true],
    ['', '?', false],
  ])('%j is of %j: %s', (name, glob, matches) => {
    expect(matchesGlob(name, glob)).toBe(matches);
  });

  it('means what the same regular expression means', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 12 });
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*', '?'), maxLength: 8 });
    fc.assert(fc.property(text, glob, (name, pattern) => matchesGlob(name, pattern) === new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name)));
  });

  it('takes no time that doubles with every star', () => {
    expect(matchesGlob('a'.repeat(400), `${'*a'.repeat(100)}b`)).toBe(false);
  });
});
