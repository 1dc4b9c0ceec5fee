import { expect, it } from 'vitest';
import { approverLine } from '../../src/settings/index.ts';

it.each([
  ['destroys', { effects: ['destroys'], places: [] }],
  ['destroys in production', { effects: ['destroys'], places: ['production'] }],
  ['unknown, destroys and changes in production, `shop-*`, ssh:db*', { effects: ['changes', 'destroys', 'unknown'], places: ['production', 'shop-*', 'ssh:db*'] }],
  ['A second person.', { effects: ['destroys'], places: [] }],
  ['two people, four eyes', { effects: ['destroys'], places: [] }],
  ['Nobody does this alone', { effects: ['destroys'], places: [] }],
])('"%s" asks for a second person', (text, rule) => {
  expect(approverLine(text)).toEqual(rule);
});

it.each(['', 'on-call lead', 'Dana, head of operations', 'STOP and ask', 'operator', 'Dana in Berlin', 'whoever destroys it'])('"%s" only says who', (text) => {
  expect(approverLine(text)).toBeNull();
});
