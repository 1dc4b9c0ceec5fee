import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstIndex } from '../../src/model/index.ts';

it('finds the first as a search from the front does', () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (numbers, least) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    const found = sorted.findIndex((each) => each >= least);
    expect(firstIndex(sorted, (each) => each >= least)).toBe(found < 0 ? sorted.length : found);
  }));
});
