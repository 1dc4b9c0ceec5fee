import { expect, it } from 'vitest';
import { fuzzy } from '../../../src/tui/prompt/fuzzy.ts';

const PLACES = ['Change the route', 'Roll back the worker', 'Path B: plain rollback', 'The PR or tag that introduced the bad release is reverted'];
const found = (query: string): readonly string[] => fuzzy(PLACES, query, (text) => text);

it.each([
  ['path b', ['Path B: plain rollback']],
  ['chng', ['Change the route']],
  ['rlbk', ['Path B: plain rollback', 'Roll back the worker']],
  ['roll', ['Roll back the worker', 'Path B: plain rollback']],
  ['worker', ['Roll back the worker']],
  ['', PLACES],
])('%j finds what has it, or its letters word by word', (query, wanted) => expect(found(query)).toEqual(wanted));

it('letters that merely occur somewhere find nothing', () => expect(found('tbad')).toEqual(['The PR or tag that introduced the bad release is reverted']));

it.each(['path c', 'zz', 'eht'])('%j finds nothing', (query) => expect(found(query)).toEqual([]));

it('stays quick with many letters', () => {
  const before = performance.now();
  fuzzy(Array.from({ length: 500 }, () => 'a '.repeat(100)), 'a'.repeat(80), (text) => text);
  expect(performance.now() - before).toBeLessThan(2000);
});
