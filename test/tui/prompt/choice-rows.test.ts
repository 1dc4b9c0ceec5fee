import { describe, expect, it } from 'vitest';
import { choiceRowAcross, choiceRows } from '../../../src/tui/prompt/choice-rows.ts';

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

describe('a list', () => {
  const shown = (choices: Parameters<typeof choiceRows>[0], at: number, width: number, most: number): readonly string[] => choiceRows(choices, at, width, most, { unicode: true }).map(({ segments }) => segments.map(({ text }) => text).join('').trimEnd());

  it('has its notes below each other, where each has its row', () => {
    expect(shown([{ text: 'roll back', note: '1 step' }, { text: 'scale', note: '2 steps, destroys' }, { text: 'none of them' }], 1, 60, 9)).toEqual(['  roll back  1 step', '❯ scale      2 steps, destroys', '  none of them']);
    expect(shown([{ text: 'roll back', note: '1 step' }, { text: 'scale', note: '2 steps, destroys' }], 0, 26, 9)).toEqual(['❯ roll back  1 step', '  scale  2 steps,…', '']);
  });

  it('is as high whichever is marked: what stands above it does not move', () => {
    const choices = [{ text: 'a', note: 'a note that takes more than one row here' }, { text: 'b' }, { text: 'c', note: 'short' }, { text: 'd' }];
    for (const most of [9, 10]) expect(new Set([-1, 0, 1, 2, 3].map((at) => shown(choices, at, 24, most).length)).size).toBe(1);
    expect(shown(choices, 1, 24, 9)).toEqual(['  a  a note that takes…', '❯ b', '  c  short', '  d', '', '']);
    expect(shown(choices, 1, 24, 8)).toHaveLength(4);
    expect(shown(choices, 0, 24, 9)).toEqual(['❯ a  a note that takes', '  more than one row', '  here', '  b', '  c  short', '  d']);
  });
});
