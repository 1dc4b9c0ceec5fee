import { expect, it } from 'vitest';
import { fuzzy } from '../../../src/tui/prompt/fuzzy.ts';

const PLACES = ['Change the route', 'Roll back the worker', 'Path B: plain rollback', 'Promote the replica'];
const found = (query: string): readonly string[] => fuzzy(PLACES, query, (text) => text);

it.each([
  ['path b', ['Path B: plain rollback']],
  ['chng', ['Change the route']],
  ['roll', ['Roll back the worker', 'Path B: plain rollback']],
  ['WORKER', ['Roll back the worker']],
  ['prom rep', ['Promote the replica']],
  [' ', PLACES],
])('%j finds what has it, or its letters close together', (query, wanted) => expect(found(query)).toEqual(wanted));

it.each(['path c', 'zz', 'eht'])('%j finds nothing', (query) => expect(found(query)).toEqual([]));
