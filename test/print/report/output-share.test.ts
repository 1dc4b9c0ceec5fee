import { expect, test } from 'vitest';
import { type Attempt, outputShare } from '../../../src/print/report/index.ts';

/** The share of attempts that wrote so many bytes. */
function share(...sizes: readonly number[]): number {
  const attempts = sizes.map((_, attempt) => ({ started: { attempt } }) as Attempt);
  return outputShare(attempts, ({ attempt }) => ({ start: '', left: sizes[attempt] ?? 0, end: '', path: '' }));
}

test('an output of two megabytes is whole, and so are many small ones', () => {
  expect(share(2_000_000)).toBe(2_000_000);
  expect(share()).toBe(2_000_000);
  expect(share(...Array.from({ length: 5000 }, () => 3000))).toBe(2_000_000);
});

test('what those that wrote little leave is for those that wrote much', () => {
  const many = [...Array.from({ length: 1000 }, () => 1000), ...Array.from({ length: 19 }, () => 50_000_000)];
  expect(share(...many)).toBe(1_000_000);
});

test('of a great many floods each still has its ends', () => {
  expect(share(...Array.from({ length: 100_000 }, () => 1_000_000))).toBe(4000);
});
