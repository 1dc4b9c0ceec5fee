import { expect, it } from 'vitest';
import { fold, foldAll, growingState, type RunEvent } from '../../src/events/index.ts';

const base = { time: '2026-05-14T10:00:00.000Z', run: 'r1' };

it('a changed value keeps those before it, and who gave it', () => {
  const events: RunEvent[] = [
    { ...base, type: 'parameter-set', name: 'release', value: 'v1', source: 'answer', secret: false, who: 'mara' },
    { ...base, type: 'parameter-set', name: 'release', value: 'v2', source: 'answer', secret: false, who: 'mara', was: 'v1' },
    { ...base, type: 'parameter-set', name: 'release', value: 'v3', source: 'capture', secret: false, was: 'v2' },
  ];
  expect(foldAll('r1', events).parameters['release']).toEqual({ value: 'v3', source: 'capture', secret: false, who: null, earlier: ['v1', 'v2'] });
});

it('of a doubt that is settled again the latest answer counts; another piece has its own', () => {
  const settled = { ...base, type: 'doubt-settled', step: 'stop', piece: 0, doubt: 'gate', text: 'stop here if it answers', by: 'operator' } as const;
  const events: RunEvent[] = [{ ...settled, answer: 'stop' }, { ...settled, piece: 1, answer: 'passed' }, { ...settled, answer: 'passed', reason: 'it does not answer' }];
  const { doubts } = foldAll('r1', events);
  expect(doubts.map(({ piece, answer }) => [piece, answer])).toEqual([[1, 'passed'], [0, 'passed']]);
});

it('every confirmation is kept, and the numbers of the outcome', () => {
  const confirmed = { ...base, type: 'confirmed', step: 'stop', piece: 0, effect: 'destroys', why: 'it destroys', by: 'operator', who: 'mara' } as const;
  const counts = { passed: 3, failed: 0, accepted: 1, skipped: 0, unverified: 2 };
  const state = foldAll('r1', [{ ...confirmed, attempt: 1, word: 'db-1' }, { ...confirmed, attempt: 2, word: 'y' }, { ...base, type: 'run-finished', status: 'passed', durationMs: 5, reason: '', counts }]);
  expect(state.confirmed.map(({ word }) => word)).toEqual(['db-1', 'y']);
  expect(state.counts).toEqual(counts);
});

it('a growing state comes to the same as a pure fold, and what `foldAll` returned changes no more', () => {
  const started = (step: string): RunEvent => ({ ...base, type: 'step-started', step, piece: 0, title: step, attempt: 1, code: ':', kind: 'command' });
  const growing = growingState('r1', [started('a')]);
  const settled = foldAll('r1', [started('a')]);
  const next = fold(settled, started('b'));
  expect(fold(growing, started('b'))).toEqual(next);
  expect(Object.keys(growing.steps)).toEqual(['a', 'b']);
  expect(Object.keys(settled.steps)).toEqual(['a']);
});
