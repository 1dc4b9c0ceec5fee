import { expect, test } from 'vitest';
import { daysBetween, findDate, findDays, parseDay } from '../../../src/lint/facts/dates.ts';

test.each([
  ['2026-05-14 UTC', '2026-05-14'],
  ['2026/05/04', '2026-05-04'],
  ['reviewed on 14 May 2026 by ada', '2026-05-14'],
  ['14th September 2026', '2026-09-14'],
  ['May 14, 2026', '2026-05-14'],
  ['2026-13-40', null],
  ['2026-02-30', null],
  ['TBD', null],
  ['n/a (initial authoring)', null],
])('%s is the day %s', (text, day) => {
  expect(findDate(text)).toBe(day);
});

test.each([
  ['90 days', 90],
  ['every 6 months', 180],
  ['quarterly', 91],
  ['a year', 365],
  ['90d', 90],
  ['two moons', null],
])('%s is %s days', (text, days) => {
  expect(findDays(text)).toBe(days);
});

test('days are counted across a leap day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

test.each([
  ['2026-05-14', '2026-05-14'],
  ['2026-05-14T23:00:00Z', '2026-05-14'],
  ['tomorrow', null],
  ['2026-02-30', null],
])('--now %s is %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});
