import { expect, it, onTestFinished, vi } from 'vitest';
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

it('whoever waits is woken where something is about to happen', async () => {
  // A clock that stands still: only the call wakes them.
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const pace = new Pace();
  const waited = pace.wait('a');
  pace.hurry();
  await waited;
});
