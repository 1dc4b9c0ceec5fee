import { cellText, plainCell } from './cell-text.ts';

/** Columns of a table that we make. */
export function newColumns(target: string | null, targetColumn = 'Target'): readonly string[] {
  return ['Date (UTC)', ...(target === null ? [] : [targetColumn]), 'Operator', 'Duration (min)', 'Outcome'];
}

/** Adds a history section with its first row at the end of a text, in the text's line endings. */
export function addSection(text: string, columns: readonly string[], cells: readonly string[]): { readonly text: string; readonly line: number; readonly row: string } {
  const eol = (/\r\n|\n/.exec(text)?.[0] ?? '\n') === '\r\n' ? '\r\n' : '\n';
  const row = `| ${cells.map((cell) => cellText(cell, { limit: Infinity })).join(' | ')} |`;
  const lines = ['## Execution history', '', `| ${columns.map((column) => cellText(column)).join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`, row];
  const gap = text === '' ? '' : /(?:\r?\n)[ \t]*(?:\r?\n)$/.test(text) ? '' : text.endsWith('\n') ? eol : eol + eol;
  const before = text + gap;
  return { text: before + lines.join(eol) + eol, line: before.split('\n').length + lines.length - 1, row };
}

/** Whether two headers are the same, marks aside. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  const fold = (column: string): string => plainCell(column).toLowerCase();
  return a.length === b.length && a.every((column, index) => fold(column) === fold(b[index] ?? ''));
}
