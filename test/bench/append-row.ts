import { readFileSync } from 'node:fs';
import { factsByHand, prepareRow, recordRow } from '../../src/history/index.ts';

/** Adds one row to the history table of a file, the way a run does at its end: it found the table when it prepared the row. Resolves with milliseconds. */
export async function appendRow(path: string): Promise<number> {
  const target = 'raxx-api-staging';
  const { columns } = await prepareRow(readFileSync(path, 'utf8'), factsByHand({ operator: 'operator', target, record: {} }), { path, target });
  const cells = ['2026-05-15 21:24:25 UTC', target, 'operator', 'v431', 'v430', '<1', 'Success'];
  const began = performance.now();
  const result = await recordRow({ path, columns, cells, target, operator: 'operator', runId: 'bench', outcome: 'Success' });
  if (result.status !== 'written') throw new Error(result.reason);
  return performance.now() - began;
}
