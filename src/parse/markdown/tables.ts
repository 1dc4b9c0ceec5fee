import type { Located, TableShape } from '../../model/index.ts';
import type { Table } from 'mdast';
import type { Placed } from './collect.ts';
import { rangeWithin, spanOf, written, type Document } from './document.ts';

/** Reads tables from their source lines: cells as written, also where a row has too many or too few. */
export function readTables(document: Document, tables: readonly Placed<Table>[], sectionAt: (offset: number) => number): readonly TableShape[] {
  return tables.map(({ node, range }) => {
    const [header, ...rows] = node.children.map((row) => rangeWithin(document, row, range));
    return {
      header: header === undefined ? [] : cellsOf(document, header.start, header.end),
      rows: rows.map((row) => ({ cells: cellsOf(document, row.start, row.end), span: spanOf(document, row) })),
      section: sectionAt(range.start),
      span: spanOf(document, range),
    };
  });
}

/** The cells of one row, cut at pipes that no backslash escapes. */
function cellsOf(document: Document, start: number, end: number): readonly Located<string>[] {
  const row = written(document, { start, end });
  const cells: Located<string>[] = [];
  let from = /^\s*\|?/.exec(row)?.[0].length ?? 0;
  const last = row.trimEnd().length;
  const add = (until: number): void => {
    const cell = row.slice(from, until);
    const value = cell.trim();
    const at = start + from + (value === '' ? 0 : cell.length - cell.trimStart().length);
    cells.push({ value, span: spanOf(document, { start: at, end: at + value.length }) });
  };
  for (let at = from; at < last; at++) {
    if (row.charAt(at) === '\\') at++;
    else if (row.charAt(at) === '|') {
      add(at);
      from = at + 1;
    }
  }
  if (from < last) add(last);
  return cells;
}
