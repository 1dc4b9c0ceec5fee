import { expect, it } from 'vitest';
import { countOutcome, foldAll, outcomeSentence } from '../../src/events/index.ts';
import type { RunEvent } from '../../src/events/index.ts';

const stamp = { time: '2026-05-14T21:24:25.000Z', run: 'x' } as const;

function skipped(step: string, piece: number | null): RunEvent {
  return { ...stamp, type: 'step-skipped', step, piece, reason: 'went to "Verify"', by: 'operator' };
}

it('counts each step once of which something was skipped, however many commands it has', () => {
  const state = foldAll('x', [skipped('a', 0), skipped('a', 1), skipped('a', 2), skipped('b', null), skipped('c', 1)]);
  expect(countOutcome(state)).toMatchObject({ skipped: 3, passed: 0 });
  expect(outcomeSentence('passed', countOutcome(state))).toBe('Success with 3 steps skipped');
});
