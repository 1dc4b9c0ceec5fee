import { composeRow } from './compose.ts';
import { findTable, type FoundTable, newColumns, type TableChoice } from '../table/index.ts';
import type { ComposedRow, RowInput } from '../types.ts';

/** A row composed for the table it belongs to. */
export interface PreparedRow {
  /** `null`: the file has no history table, and the row is for one that would be made. */
  readonly table: FoundTable | null;
  readonly columns: readonly string[];
  readonly row: ComposedRow;
}

/** Finds the history table in a text and composes a row for it; for a text without one, a row for a new table. */
export async function prepareRow(text: string, facts: Omit<RowInput, 'table'>, choice: TableChoice): Promise<PreparedRow> {
  const table = await findTable(text, choice);
  const key = Object.entries(facts.targetRow).find(([, value]) => value === facts.target)?.[0];
  const sample = table?.sample ?? { columns: newColumns(facts.target, key), rows: [] };
  return { table, columns: sample.columns, row: composeRow({ ...facts, table: sample }) };
}
