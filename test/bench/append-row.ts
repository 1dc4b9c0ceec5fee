import { recordRow } from '../../src/history/index.ts';

/** Adds one row to the history table of a file, the way a run does. */
export async function appendRow(path: string): Promise<void> {
  const columns = ['Date (UTC)', 'App', 'Operator', 'Bad release', 'Rolled to', 'Wall-clock (min)', 'Outcome'];
  const cells = ['2026-05-15 21:24:25 UTC', 'raxx-api-staging', 'operator', 'v431', 'v430', '<1', 'Success'];
  const result = await recordRow({ path, columns, cells, target: 'raxx-api-staging', operator: 'operator', runId: 'bench', outcome: 'Success' });
  if (result.status !== 'written') throw new Error(result.reason);
}
