import { expect, it } from 'vitest';
import { enclosingSections, isWithin } from '../../src/model/index.ts';

const SECTIONS = [{ parent: null }, { parent: 0 }, { parent: 1 }, { parent: 0 }];

it('are those around a section, itself first', () => {
  expect(enclosingSections(SECTIONS, 2)).toEqual([SECTIONS[2], SECTIONS[1], SECTIONS[0]]);
  expect(enclosingSections(SECTIONS, 0)).toEqual([SECTIONS[0]]);
  expect(enclosingSections(SECTIONS, 9)).toEqual([]);
});

it('a section is within itself and those around it, and in no other', () => {
  expect([2, 1, 0].map((outer) => isWithin(SECTIONS, 2, outer))).toEqual([true, true, true]);
  expect([isWithin(SECTIONS, 2, 3), isWithin(SECTIONS, 0, 1)]).toEqual([false, false]);
});
