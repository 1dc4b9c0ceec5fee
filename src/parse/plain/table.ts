import type { RootContent, TableRow } from 'mdast';
import { readWords } from './inlines.ts';
import { afterSpaces, indentOf, isBlank, trimmedEnd, type Line } from './lines.ts';
import { giveUp, place } from './place.ts';

const DELIMITERS = /^\|?(?: *:?-+:? *\|)* *:?-+:? *\|? *$/;
const PIPE = 124;
const BACKSLASH = 92;

/** Whether a line is the header of a table, by the line after it. */
export function tableStartsAt(text: string, header: Line, line: Line | undefined): boolean {
  if (line === undefined || isBlank(line) || !/[-:|]/.test(text.charAt(line.first))) return false;
  const delimiters = text.slice(line.first, line.end);
  if (!/^[-:| ]*$/.test(delimiters) || !/[|:]/.test(delimiters) || !delimiters.includes('-')) return false;
  const isPlain = DELIMITERS.test(delimiters) && delimiters.includes('|') && !delimiters.startsWith('- ') && !header.isLazy && !line.isLazy && indentOf(line) < 4 && indentOf(header) < 4;
  if (!isPlain || cellsOf(text, header).length !== cellsOf(text, line).length || !text.slice(header.first, header.end).includes('|')) giveUp();
  return true;
}

/** A table of its lines: the header, the delimiters, and the rows. */
export function readTable(text: string, lines: readonly Line[]): RootContent {
  const rows = lines.filter((_, index) => index !== 1);
  const [header] = rows as [Line];
  const last = lines.at(-1) as Line;
  const align = cellsOf(text, lines[1] as Line).map(([start, end]) => alignOf(text.slice(start, end).replace(/[| ]/g, '')));
  return { type: 'table', align, children: rows.map((line) => readRow(text, line)), position: place(header.first, last.end) };
}

function alignOf(delimiter: string): 'left' | 'right' | 'center' | null {
  const [left, right] = [delimiter.startsWith(':'), delimiter.endsWith(':')];
  return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
}

function readRow(text: string, line: Line): TableRow {
  const children = cellsOf(text, line).map(([start, end, at, wordsEnd]) => ({ type: 'tableCell' as const, children: readWords(text, at, wordsEnd, true), position: place(start, end) }));
  return { type: 'tableRow', children, position: place(line.first, line.end) };
}

/** The cells of a row: where each starts and ends with its pipes, and its words. */
function cellsOf(text: string, line: Line): readonly (readonly [start: number, end: number, at: number, wordsEnd: number])[] {
  const cells: [number, number, number, number][] = [];
  const end = trimmedEnd(text, line.first, line.end);
  if (text.charCodeAt(end - 1) === BACKSLASH) giveUp();
  let start = line.first;
  let from = text.charCodeAt(start) === PIPE ? start + 1 : start;
  for (let at = from; at <= end; at++) {
    if (at === end ? at > from || text.charCodeAt(at - 1) !== PIPE : text.charCodeAt(at) === PIPE) {
      const isLast = at >= end - 1;
      const wordsEnd = trimmedEnd(text, from, at);
      cells.push([start, isLast ? line.end : at, afterSpaces(text, from, wordsEnd), wordsEnd]);
      if (isLast) break;
      start = at;
      from = at + 1;
    } else if (text.charCodeAt(at) === BACKSLASH) at++;
  }
  return cells.length === 0 ? giveUp() : cells;
}
