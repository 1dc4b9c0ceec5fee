import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type RecordRequest } from '../../../src/history/index.ts';
import { findTable } from '../../../src/history/table/index.ts';
import { placeRow } from '../../../src/history/row/place-row.ts';

const folder = new URL('../../../fixtures/history/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.before.md')).map((name) => name.replace('.before.md', ''));
const cells = ['2026-11-03', 'api', 'dana', 'Success — checked 200'];

/** The row of the fixtures, for whatever their columns are called. */
async function request(text: string, more: Partial<RecordRequest> = {}): Promise<RecordRequest> {
  const columns = (await findTable(text, { path: 'a.md', target: 'api' }))?.sample.columns ?? [];
  return { path: 'a.md', columns, cells, target: 'api', operator: 'dana', runId: '1', outcome: 'Success', ...more };
}

test.each(names)('%s', async (name) => {
  const before = readFileSync(new URL(`${name}.before.md`, folder), 'utf8');
  const placed = await placeRow(before, await request(before), false);
  if (!placed.ok) throw new Error(placed.reason);
  expect(placed.text).toBe(readFileSync(new URL(`${name}.after.md`, folder), 'utf8'));
  expect(placed.text.split(/\r\n|\n/)[placed.line - 1]).toBe(placed.row);
});
