import { expect, it } from 'vitest';
import { closingLines } from '../../../src/tui/prompt/closing-content.ts';
import type { Finished } from '../../../src/walk/index.ts';

const finished: Finished = { kind: 'finished', id: 'f', status: 'passed', counts: { passed: 1, failed: 0, accepted: 0, skipped: 0, unverified: 0 }, outcome: 'Success', reason: '', run: 'x', durationMs: 1000, next: 'runbook runs report x', row: { status: 'none', text: '', said: '', complete: true } };

it('says what goes on with a run that was left or aborted, and where the report of another is', () => {
  const last = (change: Partial<Finished>): string | undefined => closingLines({ ...finished, ...change }, { passed: 1, failed: 0 }).at(-1);
  expect(last({})).toBe('Report: runbook runs report x');
  for (const status of ['left', 'aborted'] as const) expect(last({ status, next: 'runbook resume x' })).toBe('Resume with: runbook resume x');
});

it('counts the steps of which the outcome does not say already what they came to', () => {
  const counts = { passed: 4, failed: 0, accepted: 0, skipped: 2, unverified: 0 };
  const steps = { passed: 3, failed: 0 };
  expect(closingLines({ ...finished, counts, outcome: 'Success with 2 steps skipped' }, steps).slice(0, 2)).toEqual(['Success with 2 steps skipped after 1.0 s', '3 steps passed']);
  expect(closingLines({ ...finished, counts, status: 'left' }, steps)[1]).toBe('3 steps passed, 2 steps skipped');
});
