import type { Table, TableCell } from 'mdast';
import type { CodeRange } from '../../model/index.ts';
import { type Document, rangeWithin, textOf, written } from '../markdown/index.ts';
import { looksLikeCommand } from '../blocks/index.ts';
import { CHECK_COMMAND, CHECK_EXPECTED, CHECK_NAME } from './step-words.ts';

/** One row of a table of checks. */
export interface CheckRow {
  readonly title: string;
  /** The command in backquotes that the row runs, with its place in the file; `null` where a person looks. */
  readonly command: { readonly code: string; readonly raw: string; readonly at: number } | null;
  /** What a person does instead. */
  readonly words: TableCell | null;
  /** The Expected cell as written. */
  readonly expected: { readonly text: string; readonly range: CodeRange } | null;
  readonly range: CodeRange;
}

/** Reads a table with Check, Command and Expected columns; `null` for any other table. */
export function readCheckTable(document: Document, table: Table, around: CodeRange): readonly CheckRow[] | null {
  const [header, ...rows] = table.children;
  const names = header?.children.map(textOf) ?? [];
  const command = names.findIndex((name) => CHECK_COMMAND.test(name));
  const expected = names.findIndex((name) => CHECK_EXPECTED.test(name));
  const name = names.findIndex((candidate, index) => index !== command && index !== expected && CHECK_NAME.test(candidate));
  if (command < 0 || expected < 0 || rows.length === 0) return null;
  return rows.map((row) => {
    const cell = row.children[command];
    const expectedCell = row.children[expected];
    const run = cell === undefined ? null : commandOf(document, cell);
    return {
      title: textOf(row.children[name < 0 ? 0 : name] ?? row),
      command: run,
      words: run === null && cell !== undefined ? cell : null,
      expected: expectedCell === undefined ? null : cellText(document, expectedCell),
      range: rangeWithin(document, row, around),
    };
  });
}

/** A cell that is one piece of code, and nothing else. */
function commandOf(document: Document, cell: TableCell): CheckRow['command'] {
  const words = cell.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const [only, second] = words;
  if (only?.type !== 'inlineCode' || second !== undefined || (!only.value.includes(' ') && !looksLikeCommand(`${only.value} x`))) return null;
  const range = rangeWithin(document, only, { start: 0, end: 0 });
  const raw = written(document, range);
  const ticks = /^`+\s?/.exec(raw)?.[0].length ?? 0;
  return { code: only.value, raw: raw.slice(ticks).replace(/\s?`+$/, ''), at: range.start + ticks };
}

function cellText(document: Document, cell: TableCell): CheckRow['expected'] {
  const range = rangeWithin(document, cell, { start: 0, end: 0 });
  const raw = written(document, range);
  const inner = /^\|?\s*(?<text>[\s\S]*?)\s*\|?$/.exec(raw)?.groups?.['text'] ?? '';
  const start = range.start + raw.indexOf(inner);
  return inner === '' ? null : { text: inner.replace(/\\\|/g, '|'), range: { start, end: start + inner.length } };
}
