import { cellText, plainCell } from '../cells/index.ts';
import type { Spliced } from './splice.ts';

/** The columns of a table that we create. */
export function newColumns(target: string | null, targetColumn = 'Target'): readonly string[] {
  return ['Date (UTC)', ...(target === null ? [] : [targetColumn]), 'Operator', 'Duration (min)', 'Outcome'];
}

/** Adds a table with its first row: at the end of the history section, else in a new section at the end of the text. Trailing white space stays at the end. */
export function addTable(text: string, sectionEnd: number | null, columns: readonly string[], cells: readonly string[]): Spliced {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const row = `| ${cells.map((cell) => cellText(cell, { limit: Infinity })).join(' | ')} |`;
  const heading = sectionEnd === null ? ['## Execution history', ''] : [];
  const table = [...heading, `| ${columns.map((column) => cellText(column)).join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`, row].join(eol);
  const before = text.slice(0, sectionEnd ?? text.length).trimEnd();
  const start = before + (before === '' ? '' : eol + eol) + table;
  const rest = text.slice(before.length);
  return { text: start + (rest === '' ? eol : rest), line: start.split(/\r\n|\r|\n/).length, row };
}

/** Whether two headers are equal, ignoring marks. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  const fold = (column: string): string => plainCell(column).toLowerCase();
  return a.length === b.length && a.every((column, index) => fold(column) === fold(b[index] ?? ''));
}
