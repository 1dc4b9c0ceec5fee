import { expect, it } from 'vitest';
import { Pace } from '../../../src/temporal/client/pace.ts';

it('looks less and less often where nothing happens, and soon again where something does', () => {
  const pace = new Pace();
  expect([pace.after('a'), pace.after('a'), pace.after('a')].map(Math.round)).toEqual([250, 325, 423]);
  for (let times = 0; times < 20; times++) pace.after('a');
  expect([pace.after('a'), pace.after('b')]).toEqual([1_500, 250]);
  pace.after('b');
  pace.hurry();
  expect(pace.after('b')).toBe(250);
});
