import type { Table, TableCell } from 'mdast';
import type { CodeRange } from '../../model/index.ts';
import { type Document, rangeWithin, textOf, written } from '../markdown/index.ts';
import { type CommandDraft, looksLikeCommand } from '../blocks/index.ts';
import { CHECK_COMMAND, CHECK_EXPECTED, CHECK_NAME, STEP_NAME } from './step-words.ts';

/** One row of a table of checks. */
export interface CheckRow {
  /** `null` where the row has a number and no words. */
  readonly title: string | null;
  /** What its other cells say of it. */
  readonly leads: CommandDraft['leads'];
  /** The command in backquotes that the row runs, with its place in the file; `null` where a person looks. */
  readonly command: { readonly code: string; readonly raw: string; readonly at: number } | null;
  /** What a person does instead. */
  readonly words: TableCell | null;
  /** The Expected cell as written. */
  readonly expected: { readonly text: string; readonly range: CodeRange } | null;
  readonly range: CodeRange;
}

/** The section that a table stands in. */
export interface TableAround {
  readonly around: CodeRange;
  /** Whether things are done in it. */
  readonly holdsSteps: boolean;
}

/** Reads a table with Check, Command and Expected columns, and where things are done one with Step and Command columns; `null` for any other table, and for one without commands. */
export function readCheckTable(document: Document, table: Table, { around, holdsSteps }: TableAround): readonly CheckRow[] | null {
  const [header, ...rows] = table.children;
  const names = header?.children.map(textOf) ?? [];
  const command = names.findIndex((name) => CHECK_COMMAND.test(name));
  const expected = names.findIndex((name) => CHECK_EXPECTED.test(name));
  const named = names.flatMap((candidate, index) => (index !== command && index !== expected && CHECK_NAME.test(candidate) ? [index] : []));
  const areSteps = holdsSteps && named.some((index) => STEP_NAME.test(names[index] ?? ''));
  if (command < 0 || !(expected >= 0 || areSteps) || rows.length === 0) return null;
  const name = named.find((index) => rows.some((row) => titleIn(row.children[index]) !== null)) ?? named[0] ?? 0;
  const read = rows.map((row) => {
    const cell = row.children[command];
    const expectedCell = row.children[expected];
    const run = cell === undefined ? null : commandOf(document, cell);
    return {
      title: titleIn(row.children[name]),
      leads: row.children.flatMap((other, index) => (index === command || index === expected ? [] : saidIn(document, other, index === name ? '' : (names[index] ?? '')))),
      command: run,
      words: run === null && cell !== undefined ? cell : null,
      expected: expectedCell === undefined ? null : cellText(document, expectedCell),
      range: rangeWithin(document, row, around),
    };
  });
  return read.some((row) => row.command !== null) ? read : null;
}

/** The number of a step, and nothing else: `1`, `2a`, `3.1.`, `Step 4`. */
const COUNT = /^(?:step\s*)?(?:[\d.)(#–—-]+\s?[a-z]?[.):]*|[a-z][.)]?)$/i;

function titleIn(cell: TableCell | undefined): string | null {
  const text = cell === undefined ? '' : textOf(cell).trim();
  return text === '' || COUNT.test(text) ? null : text;
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

/** When, by whom or where it is done: heads of columns without which their cells say nothing. */
const TELLS = /^(?:who|when|where|owner|responsible|role|by|condition|if|host|node|server|machine)$/i;
/** Heads of columns of people, and the words there for whoever follows the runbook. */
const TELLS_WHO = /^(?:who|owner|responsible|role|by)$/i;
const THE_READER = /^(?:you|yourself|me|myself|self|whoever (?:runs|does|follows) (?:this|it)|(?:the )?(?:operator|executor|runner))$/i;

function saidIn(document: Document, cell: TableCell, head: string): CommandDraft['leads'] {
  const text = textOf(cell).trim();
  const at = rangeWithin(document, cell, { start: 0, end: 0 }).start;
  if (text === '' || COUNT.test(text) || (TELLS_WHO.test(head) && THE_READER.test(text))) return [];
  return [{ text: TELLS.test(head) ? `${head}: ${text}` : text, at }];
}

function cellText(document: Document, cell: TableCell): CheckRow['expected'] {
  const range = rangeWithin(document, cell, { start: 0, end: 0 });
  const raw = written(document, range);
  const inner = /^\|?\s*(?<text>[\s\S]*?)\s*\|?$/.exec(raw)?.groups?.['text'] ?? '';
  const start = range.start + raw.indexOf(inner);
  return inner === '' ? null : { text: inner.replace(/\\\|/g, '|'), range: { start, end: start + inner.length } };
}
