import { expect, it } from 'vitest';
import { choiceRowAcross } from '../../../src/tui/prompt/choice-rows.ts';

const RELEASES = ['v105', 'v104', 'v103', 'v102', 'v101'].map((text) => ({ text }));

function across(at: number, width: number): string | undefined {
  return choiceRowAcross(RELEASES, at, width, { unicode: true })?.segments.map(({ text }) => text).join('').trimEnd();
}

it('choices stand side by side in one row, the marked one among them, with a mark where there are more', () => {
  expect(across(-1, 60)).toBe('  v105   v104   v103   v102   v101');
  expect(across(1, 60)).toBe('  v105 ❯ v104   v103   v102   v101');
  expect(across(-1, 20)).toBe('  v105   v104  …');
  expect(across(4, 20)).toBe(' …  v102 ❯ v101');
  for (let at = -1; at < RELEASES.length; at++) expect(across(at, 20)!.length).toBeLessThanOrEqual(20);
});

it('one that is too long for a row, or is to be read with a note, stands in rows of its own', () => {
  expect(across(0, 8)).toBeUndefined();
  expect(choiceRowAcross([{ text: 'a', note: 'production' }], 0, 40, { unicode: true })).toBeNull();
});
