import { expect, test } from 'vitest';
import { foldAll, type RunEvent } from '../../src/events/index.ts';
import { lostState } from '../../src/execute/session/lost-state.ts';

const at = { time: '2026-11-23T03:12:00.000Z', run: 'r' };
const place = { step: 's-1', piece: 0, attempt: 1 };
const ran: readonly RunEvent[] = [
  { ...at, ...place, type: 'step-started', kind: 'command', title: 'Set', code: 'x=1' },
  { ...at, ...place, type: 'step-finished', status: 'passed', exitCode: 0, durationMs: 1 },
];

test('a resumed run says what its earlier steps set and it has not', () => {
  expect(lostState(null, foldAll('r', ran))).toMatch(/^what earlier steps set in the shell .* is gone: it is kept for a day/);
  expect(lostState({ hidden: ['API_TOKEN', '(functions)'] }, foldAll('r', ran))).toBe('what holds a secret is not stored, so what earlier steps set is gone: API_TOKEN, functions; a step that sets it has to be run again');
});

test('and nothing where nothing is missing', () => {
  expect(lostState({ hidden: [] }, foldAll('r', ran))).toBeNull();
  expect(lostState(null, foldAll('r', ran.slice(0, 1)))).toBeNull();
});
