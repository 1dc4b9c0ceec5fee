import type { PreparedRow } from '../../history/index.ts';
import { closest, RunbookError } from '../../model/index.ts';

/** Throws if `--record` names a column that the history table does not have. */
export function refuseUnknownColumn({ row, columns }: PreparedRow): void {
  const [name] = row.unknown;
  if (name === undefined) return;
  const [near] = closest(name, columns);
  throw new RunbookError({ what: `no column is called "${name}"`, ...(near === undefined ? {} : { why: `did you mean "${near}"?` }), advice: `the columns are ${columns.map((column) => `"${column}"`).join(', ')}` });
}

/** The same before a run has begun; after its last command it would be too late to say so. */
export async function refuseUnknownColumns(record: Readonly<Record<string, string>>, { text, path, target }: { readonly text: string; readonly path: string; readonly target: string | null }): Promise<void> {
  if (Object.keys(record).length === 0) return;
  const { factsByHand, prepareRow } = await import('../../history/index.ts');
  refuseUnknownColumn(prepareRow(text, factsByHand({ operator: '', target, record }), { path, target }));
}
