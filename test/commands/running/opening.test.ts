import { expect, it } from 'vitest';
import { withRowOf } from '../../../src/commands/running/opening.ts';
import type { RunningOptions } from '../../../src/commands/running/options.ts';
import type { RunState } from '../../../src/events/index.ts';

const first = { started: { row: { history: true, addHistory: true, commit: true, push: true, record: { Note: 'first', App: 'shop' } } } } as unknown as RunState;
const given = { history: true, addHistory: false, commit: false, push: false, record: { Note: 'now' }, force: false } as unknown as RunningOptions;

it('a resumed run does about the row what its first call asked for; what is given now goes first', () => {
  expect(withRowOf(first, given, false)).toEqual({ ...given, addHistory: true, commit: true, push: true, record: { Note: 'now', App: 'shop' } });
  expect(withRowOf(first, { ...given, history: false }, false).history).toBe(false);
});

it('who takes a run over from another machine commits and pushes nothing that they did not ask for', () => {
  expect(withRowOf(first, given, true)).toEqual({ ...given, addHistory: true, record: { Note: 'now', App: 'shop' } });
  expect(withRowOf(first, { ...given, commit: true }, true)).toMatchObject({ commit: true, push: false });
});

it('a run whose first call asked for nothing leaves the options as they are', () => expect(withRowOf({ started: {} } as RunState, given, false)).toBe(given));
