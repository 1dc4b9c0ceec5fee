import { type HistoryTable, type Runbook, RunbookError } from '../../model/index.ts';
import { historyTable } from '../../plan/index.ts';
import { plainCell, rowCells } from '../cells/index.ts';
import { elideRows, type ElidedText } from './elide.ts';
import { runsNewestFirst } from './row-order.ts';
import type { TablePlace } from './splice.ts';
import { lineEndAt, lineStartAt, nextLineAt, sampleLines } from './text-lines.ts';
import type { TableSample } from '../types.ts';

/** Which history table is meant, if there are several. */
export interface TableChoice {
  readonly path: string;
  readonly target: string | null;
  /** What a run has read already: not read again if the file is still the same. */
  readonly known?: Runbook;
}

/** A history table in a text, ready for a row. */
export interface FoundTable {
  readonly place: TablePlace;
  readonly sample: TableSample;
  readonly newestFirst: boolean;
}

/** Finds the history table for a row, as the reader sees it; parses no more than a page, however long the table is. */
export async function findTable(text: string, choice: TableChoice): Promise<FoundTable | null> {
  const { runbook, original } = await read(text, choice);
  const table = historyTable(runbook, choice.target);
  const place = table === null ? null : placeOf(text, original, table);
  if (table === null || place === null) return null;
  const sample = sampleOf(text, place, table);
  return { place, sample, newestFirst: runsNewestFirst(sample) };
}

/** What was read of a text, and where in the text an offset of it stands. */
interface Read extends Pick<ElidedText, 'original'> {
  readonly text: string;
  readonly path: string;
  readonly runbook: Runbook;
}

/** What was read last: a run prepares, stores and writes its row from the same text, and finds the table each time. */
let last: Read | null = null;

async function read(text: string, { path, known }: TableChoice): Promise<Read> {
  if (last?.text === text && last.path === path) return last;
  if (known?.source.text === text) return (last = { text, path, runbook: known, original: (offset) => offset });
  const page = elideRows(text);
  const { parseRunbook } = await reader();
  return (last = { text, path, runbook: parseRunbook(page.text, path), original: page.original });
}

/** The reader, which is loaded only here: few runs need it. */
async function reader(): Promise<typeof import('../../parse/index.ts')> {
  try {
    return await import('../../parse/index.ts');
  } catch (cause) {
    throw new RunbookError({ what: 'the runbook cannot be read', why: 'the installed program was replaced or removed meanwhile', advice: 'run the same command again', cause });
  }
}

/** The end of a history section that has no table yet; `null` if there is no such section. */
export async function historySectionEnd(text: string, path: string): Promise<number | null> {
  const { parseRunbook } = await reader();
  const { sections } = parseRunbook(text, path);
  const section = sections.findLast(({ role, depth }) => role === 'history' && depth > 0);
  return section?.span.end.offset ?? null;
}

/** Maps a table back to the whole text: the lines of the header, of the delimiter, and of the last row that looks like one (text right below the table does not). */
function placeOf(text: string, original: ElidedText['original'], table: HistoryTable): TablePlace | null {
  const first = table.columns[0];
  if (first === undefined) return null;
  const header = lineStartAt(text, original(first.span.start.offset));
  const delimiter = nextLineAt(text, header);
  const style = rowCells(text.slice(delimiter, lineEndAt(text, delimiter)));
  const columns = style.cells.length;
  for (const row of table.rows.toReversed()) {
    const start = lineStartAt(text, original(row.span.start.offset));
    const line = rowCells(text.slice(start, lineEndAt(text, start)));
    if (line.leadingPipe || (columns > 1 && (line.cells.length === columns || (line.cells.length > 1 && !style.leadingPipe)))) return { header, delimiter, last: start };
  }
  return { header, delimiter, last: delimiter };
}

function sampleOf(text: string, place: TablePlace, table: HistoryTable): TableSample {
  const columns = table.columns.map(({ value }) => plainCell(value));
  const lines = place.last === place.delimiter ? [] : sampleLines(text, lineEndAt(text, place.delimiter), lineEndAt(text, place.last));
  return { columns, rows: lines.map((line) => rowCells(line).cells) };
}
