import { mergeConflicts } from '../../model/index.ts';
import { OPEN_CELL } from '../cells/index.ts';
import { addTable, findTable, historySectionEnd, sameColumns, spliceRow } from '../table/index.ts';
import type { RecordRequest } from '../types.ts';

/** The text with the row in it and the line of the row, from 1; or why it has no place. */
export type PlacedRow = { readonly ok: true; readonly text: string; readonly row: string; readonly line: number } | { readonly ok: false; readonly reason: string };

/** Puts a row into a version of its file. For a row that was kept, the columns may have been reordered or added to since. */
export async function placeRow(text: string, request: RecordRequest, wasKept: boolean): Promise<PlacedRow> {
  const table = await findTable(text, { path: request.path, target: request.target });
  if (table === null) {
    if (request.addHistory !== true) return { ok: false, reason: 'it has no history table' };
    return { ok: true, ...addTable(text, await historySectionEnd(text, request.path), request.columns, request.cells) };
  }
  const cells = cellsFor(table.sample.columns, request, wasKept);
  if (typeof cells === 'string') return { ok: false, reason: cells };
  const placed = spliceRow(text, table.place, cells, table.newestFirst);
  // Whoever finishes the merge may keep the other version.
  return isInConflict(placed) ? { ok: false, reason: 'a merge in its history table is not finished' } : { ok: true, ...placed };
}

/** Whether a line stands in one of two versions that a merge left in a text. */
function isInConflict({ text, line }: { readonly text: string; readonly line: number }): boolean {
  const conflicts = mergeConflicts(text);
  if (conflicts.length === 0) return false;
  const at = text.split('\n', line - 1).join('\n').length + 1;
  return conflicts.some(({ start, end }) => at > start && at < end);
}

/** The numbers of the lines that already hold the row. */
export function linesLike(text: string, row: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  for (let at = text.indexOf(row); at !== -1; at = text.indexOf(row, at + row.length)) {
    for (let next = text.indexOf('\n', from); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++;
    from = at;
    lines.push(line);
  }
  return lines;
}

function cellsFor(columns: readonly string[], request: RecordRequest, wasKept: boolean): readonly string[] | string {
  if (sameColumns(columns, request.columns)) return request.cells;
  const changed = `the header of its history table changed: it was ${list(request.columns)}, it is ${list(columns)}`;
  if (!wasKept) return changed;
  const lost = request.columns.filter((column, index) => request.cells[index] !== OPEN_CELL && !columns.some((other) => sameColumns([other], [column])));
  if (lost.length > 0) return changed;
  return columns.map((column) => request.cells[request.columns.findIndex((other) => sameColumns([other], [column]))] ?? OPEN_CELL);
}

function list(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
