import { expect, test } from 'vitest';
import { applyFixes } from '../../../src/lint/fixing/fix.ts';
import type { Diagnostic, Edit } from '../../../src/model/index.ts';
import { sourceText, spanAt } from '../../../src/model/index.ts';

const TEXT = 'one two three';
const span = spanAt(sourceText(TEXT), 0, 1);
const finding = (...fix: readonly Edit[]): Diagnostic => ({ rule: 'r', severity: 'warning', message: 'm', span, fix });

test('edits are spliced back to front', () => {
  const fixed = applyFixes(TEXT, [finding({ start: 0, end: 3, text: '1' }), finding({ start: 8, end: 13, text: '3' }, { start: 4, end: 4, text: '(' })]);
  expect(fixed).toEqual({ text: '1 (two 3', count: 2 });
});

test('of two repairs that touch, the second waits for the next round', () => {
  expect(applyFixes(TEXT, [finding({ start: 0, end: 4, text: '1 ' }), finding({ start: 4, end: 7, text: '2' })])).toEqual({ text: '1 two three', count: 1 });
});

test('two insertions around one word are one repair', () => {
  expect(applyFixes(TEXT, [finding({ start: 4, end: 4, text: '`' }, { start: 7, end: 7, text: '`' })]).text).toBe('one `two` three');
});
