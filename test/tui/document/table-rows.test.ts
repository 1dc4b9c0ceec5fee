import { expect, it } from 'vitest';
import { segment } from '../../../src/tui/rows/rows.ts';
import { tableRows } from '../../../src/tui/document/table-rows.ts';

const cells = (...texts: readonly string[]) => texts.map((text) => [segment(text)]);
const table = { header: cells('Cluster', 'Primary', 'Note'), rows: [cells('orders-prod', 'pg-orders-1.internal', 'the one that sells')] };
const drawn = (width: number): readonly string[] => tableRows(table, width).map(({ segments }) => segments.map(({ text }) => text).join('').trimEnd());

it('folds cells at words and keeps names whole', () => {
  expect(drawn(48)).toEqual([
    'Cluster      Primary               Note',
    '───────────  ────────────────────  ─────────────',
    'orders-prod  pg-orders-1.internal  the one that',
    '                                   sells',
  ]);
});

it('tells one cell a line where a name would be cut', () => {
  expect(drawn(36)).toEqual(['Cluster: orders-prod', 'Primary: pg-orders-1.internal', 'Note: the one that sells']);
});
