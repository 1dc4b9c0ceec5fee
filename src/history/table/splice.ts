import { displayWidth } from '../../model/index.ts';
import { cellText, OPEN_CELL, rowCells, type RowCells } from '../cells/index.ts';
import { lineEndAt, lineStartAt, lineNumberAt, sampleLines, terminatorAt } from './text-lines.ts';

/** The place of a table in a text: offsets of the starts of lines, and the end of its last row without the line ending. */
export interface TablePlace {
  readonly header: number;
  readonly delimiter: number;
  /** Start of the line of the last row; of the delimiter if there are no rows. */
  readonly last: number;
}

/** A text with a row put into it. */
export interface Spliced {
  readonly text: string;
  /** The row's line, from 1. */
  readonly line: number;
  /** The row as it stands there, without the line ending. */
  readonly row: string;
}

/** Adds one row to a table: after its last row, or before its first if the newest comes first. No other byte changes. */
export function spliceRow(text: string, place: TablePlace, cells: readonly string[], newestFirst: boolean): Spliced {
  const neighbour = newestFirst ? place.delimiter : place.last;
  const row = rowLike(text, place, cells, newestFirst);
  const end = lineEndAt(text, neighbour);
  const terminator = terminatorAt(text, end);
  if (terminator !== '') return insert(text, end + terminator.length, row + terminator, 0, row);
  const before = terminatorAt(text, lineEndAt(text, lineStartAt(text, lineStartAt(text, neighbour) - 1)));
  return insert(text, end, (before || '\n') + row, (before || '\n').length, row);
}

function insert(text: string, at: number, inserted: string, skip: number, row: string): Spliced {
  return { text: text.slice(0, at) + inserted + text.slice(at), line: lineNumberAt(text, at) + (skip > 0 ? 1 : 0), row };
}

/** The line of the row, in the style of the rows around it. */
function rowLike(text: string, place: TablePlace, cells: readonly string[], newestFirst: boolean): string {
  const delimiter = rowCells(text.slice(place.delimiter, lineEndAt(text, place.delimiter)));
  const body = place.last === place.delimiter ? [] : sampleLines(text, lineEndAt(text, place.delimiter), lineEndAt(text, place.last)).map(rowCells);
  const header = rowCells(withoutMarkers(text.slice(place.header, lineEndAt(text, place.header))));
  const neighbour = (newestFirst ? body[0] : body.at(-1)) ?? { ...header, prefix: delimiter.prefix };
  const model = neighbour.cells.length === 0 ? header : neighbour;
  const count = delimiter.cells.length;
  const safe = Array.from({ length: count }, (_, index) => cellText(cells[index] ?? OPEN_CELL, { limit: Infinity }));
  const widths = alignedWidths(header, delimiter, body, neighbour);
  return neighbour.prefix + render(safe, model, widths, columnSides(delimiter, body));
}

/** A header row without the list and quote marks before it. */
function withoutMarkers(line: string): string {
  return line.replace(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/, '');
}

/** The display widths of the columns, padding included, if the table is aligned; else `null`. */
function alignedWidths(header: RowCells, delimiter: RowCells, body: readonly RowCells[], neighbour: RowCells): readonly number[] | null {
  const widths = header.padded.map((cell) => displayWidth(cell));
  const agrees = (row: RowCells): boolean =>
    row.padded.length === widths.length && row.padded.every((cell, index) => displayWidth(cell) === widths[index] || (index === widths.length - 1 && !row.trailingPipe));
  if (body.length === 0) return agrees(delimiter) ? widths : null;
  const agreeing = body.filter(agrees).length;
  return agrees(neighbour) || agreeing * 2 > body.length ? widths : null;
}

type Side = 'left' | 'right' | 'center';

/** The alignment of each column: as in the rows, else as in the delimiter row. */
function columnSides(delimiter: RowCells, body: readonly RowCells[]): readonly Side[] {
  return delimiter.cells.map((cell, index) => {
    if (!cell.endsWith(':')) return 'left';
    const stated = cell.startsWith(':') ? 'center' : 'right';
    const padded = body.map((row) => row.padded[index] ?? '').filter((text) => text.trim() !== '' && text.length > text.trim().length + 2);
    if (padded.length === 0) return stated;
    const leading = padded.filter((text) => text.length - text.trimStart().length > 1).length;
    return leading * 2 < padded.length ? 'left' : stated;
  });
}

function render(cells: readonly string[], model: RowCells, widths: readonly number[] | null, sides: readonly Side[]): string {
  const first = cells[0] ?? '';
  const leading = model.leadingPipe || cells.length === 1 || !/^[\p{L}\p{N}]/u.test(first) || /^\d{1,9}[.)]/.test(first);
  const left = margin(model.padded.slice(model.leadingPipe ? 0 : 1), (cell) => cell.length - cell.trimStart().length);
  const right = margin(model.padded.slice(0, model.trailingPipe ? undefined : -1), (cell) => cell.length - cell.trimEnd().length);
  const padded = cells.map((cell, index) => {
    const before = index === 0 && !leading ? 0 : left;
    const after = index === cells.length - 1 && !model.trailingPipe ? 0 : Math.max(right, endsInBackslash(cell) ? 1 : 0);
    const width = index === cells.length - 1 && !model.trailingPipe ? 0 : (widths?.[index] ?? 0);
    return pad(cell, before, after, width, sides[index] ?? 'left');
  });
  return `${leading ? '|' : ''}${padded.join('|')}${model.trailingPipe ? '|' : ''}`;
}

function pad(cell: string, before: number, after: number, width: number, side: Side): string {
  const spare = Math.max(0, width - displayWidth(cell) - before - after);
  const lead = { left: 0, center: Math.floor(spare / 2), right: spare }[side];
  return ' '.repeat(before + lead) + cell + ' '.repeat(after + spare - lead);
}

/** The blanks that every filled cell has on each side: 1 in `| a |`, 0 in `|a|`. */
function margin(padded: readonly string[], blanks: (cell: string) => number): number {
  const filled = padded.filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 1 : Math.min(...filled.map(blanks), 2);
}

function endsInBackslash(cell: string): boolean {
  return (/\\*$/.exec(cell)?.[0].length ?? 0) % 2 === 1;
}

