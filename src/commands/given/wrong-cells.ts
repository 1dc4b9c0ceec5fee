import type { PreparedRow } from '../../history/index.ts';
import { closest, RunbookError } from '../../model/index.ts';

/** Throws if `--record` names a column that the history table does not have. */
export function refuseUnknownColumn({ row, columns }: PreparedRow): void {
  const [name] = row.unknown;
  if (name === undefined) return;
  const [near] = closest(name, columns);
  throw new RunbookError({ what: `no column is called "${name}"`, ...(near === undefined ? {} : { why: `did you mean "${near}"?` }), advice: `the columns are ${columns.map((column) => `"${column}"`).join(', ')}` });
}

/** Throws if one of the cells could not be read later: a bad date could not be sorted, a bad duration not be added up. */
export function refuseUnreadableCells(columns: readonly string[], cells: readonly string[], whyUnreadable: (column: string, cell: string) => string | null, undone: string): void {
  for (const [index, column] of columns.entries()) {
    const why = whyUnreadable(column, cells[index] ?? '');
    if (why !== null) throw new RunbookError({ what: `the cell "${column}"`, why, advice: `${undone}: give the cell again with --record "<column>=<value>"` });
  }
}

/** Refuses cells that the row could not take, before a run has begun; after its last command it would be too late to say so. */
export async function refuseWrongCells(record: Readonly<Record<string, string>>, { text, path, target }: { readonly text: string; readonly path: string; readonly target: string | null }): Promise<void> {
  if (Object.keys(record).length === 0) return;
  const { factsByHand, prepareRow, unreadableCell } = await import('../../history/index.ts');
  const prepared = await prepareRow(text, factsByHand({ operator: '', target, record }), { path, target });
  refuseUnknownColumn(prepared);
  refuseUnreadableCells(prepared.columns, prepared.row.cells.map(({ value, source }) => (source === 'given' ? value : '')), unreadableCell, 'nothing was run');
}
