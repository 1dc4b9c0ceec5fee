import type { HistoryTable, Runbook } from '../../model/index.ts';
import { plainCell, rowCells, saysResumed } from '../cells/index.ts';
import { BLANK_CELL, columnMeaning, type ColumnMeaning, OUTCOME_WORDS, readDuration, TEMPLATE_DATE } from '../columns/index.ts';
import { type DayOrder, dayOrder, readDate } from '../dates/index.ts';
import { dateColumn, runsNewestFirst } from '../table/index.ts';
import type { Execution, OutcomeClass, RunbookHistory } from '../types.ts';

/** Every execution in a runbook's history tables, oldest first, and the rows that cannot be read. */
export function readHistory(runbook: Runbook): RunbookHistory {
  const executions: Execution[] = [];
  const unreadable: { line: number; text: string; reason: string }[] = [];
  for (const table of runbook.histories) {
    const reader = tableReader(runbook, table);
    const ofTable: Execution[] = [];
    for (const row of table.rows) {
      const { line } = row.span.start;
      const text = runbook.source.text.slice(row.span.start.offset, row.span.end.offset).trim();
      const cells = rowCells(text).cells.map(plainCell);
      if (cells.every((cell) => BLANK_CELL.test(cell)) || isProse(text, cells)) continue;
      const execution = reader(cells, line);
      if (TEMPLATE_DATE.test(execution.dateText) && execution.date === null) continue;
      ofTable.push(execution);
      const reason = whyUnreadable(execution);
      if (reason !== null) unreadable.push({ line, text, reason });
    }
    executions.push(...withResumed(isNewestFirst(table) ? ofTable.reverse() : ofTable));
  }
  executions.sort((a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0));
  return { path: runbook.path, title: runbook.title?.value ?? null, budgetSeconds: runbook.budget?.seconds ?? null, executions, unreadable };
}

function isNewestFirst({ columns, rows }: HistoryTable): boolean {
  return runsNewestFirst({ columns: columns.map(({ value }) => plainCell(value)), rows: rows.map(({ cells }) => cells.map(({ value }) => value)) });
}

/** Marks the rows, given oldest first, of runs that were resumed: the latest before the row that says so, with the start and the target of it. */
function withResumed(executions: readonly Execution[]): readonly Execution[] {
  const wentOn = new Set<number>();
  for (const [index, { cells, target, dateText }] of executions.entries()) {
    if (!Object.values(cells).some(saysResumed)) continue;
    const before = executions.findLastIndex((each, i) => i < index && !wentOn.has(i) && each.target === target && each.dateText === dateText && (each.outcome === 'aborted' || each.outcome === 'failed'));
    if (before >= 0) wentOn.add(before);
  }
  return executions.map((each, index) => (wentOn.has(index) ? { ...each, wentOn: true } : each));
}

/** Whether a row is really the text right below the table, which Markdown takes for a row of one cell. */
function isProse(text: string, cells: readonly string[]): boolean {
  return !text.includes('|') && cells.length <= 1;
}

function whyUnreadable(execution: Execution): string | null {
  if (execution.date === null) return execution.dateText === '' ? 'it has no date' : `no date can be read from "${execution.dateText}"`;
  if (execution.outcome !== 'unknown') return null;
  return execution.outcomeText === '' ? 'it has no outcome' : `no outcome can be read from "${execution.outcomeText}"`;
}

interface Columns {
  readonly names: readonly string[];
  readonly meanings: readonly ColumnMeaning[];
  readonly order: DayOrder;
}

function tableReader(runbook: Runbook, table: HistoryTable): (cells: readonly string[], line: number) => Execution {
  const names = table.columns.map(({ value }) => plainCell(value));
  const meanings = names.map(columnMeaning);
  const columns: Columns = { names, meanings, order: dayOrder(table.rows.flatMap((row) => row.cells.map(({ value }) => value))) };
  return (cells, line) => readRow(runbook.path, columns, cells, line);
}

function readRow(path: string, columns: Columns, cells: readonly string[], line: number): Execution {
  const cell = (...roles: readonly string[]): string | null => {
    for (const role of roles) {
      const index = columns.meanings.findIndex((meaning) => meaning.role === role);
      const text = index === -1 ? '' : (cells[index] ?? '');
      if (text !== '' && !BLANK_CELL.test(text)) return text;
    }
    return null;
  };
  const dateText = cell('date', 'started', 'time', 'ended') ?? cells[dateColumn(columns.names)] ?? '';
  const outcomeText = cell('outcome') ?? '';
  const outcome = outcomeClass(outcomeText, columns.names[columns.meanings.findIndex(({ role }) => role === 'outcome')] ?? '');
  return {
    path,
    line,
    date: readDate(dateText, columns.order, cell('time', 'started') ?? '', zoneOf(columns)),
    dateText,
    target: cell('target', 'environment'),
    operator: cell('operator'),
    outcome: outcome === 'unknown' ? outcomeClass(cell('notes') ?? '', '') : outcome,
    wentOn: false,
    outcomeText: outcomeText === '' ? (cell('notes') ?? '') : outcomeText,
    ...durationOf(columns, cells),
    cells: Object.fromEntries(columns.names.map((name, index) => [name, cells[index] ?? ''])),
  };
}

function zoneOf(columns: Columns): string | null {
  return columns.meanings.find(({ role, zone }) => role === 'date' && zone !== null)?.zone ?? columns.meanings.find(({ zone }) => zone !== null)?.zone ?? null;
}

function durationOf(columns: Columns, cells: readonly string[]): Pick<Execution, 'durationSeconds' | 'durationIsBound'> {
  for (const [index, { role, unit }] of columns.meanings.entries()) {
    const text = cells[index] ?? '';
    if (role !== 'duration' || BLANK_CELL.test(text)) continue;
    const seconds = readDuration(text, unit);
    if (seconds !== null) return { durationSeconds: seconds, durationIsBound: /^\W*(?:<|≤|under\b|less than\b)/i.test(text) };
  }
  return { durationSeconds: null, durationIsBound: false };
}

/** The class of an outcome by its first words; in a column that asks "Failed?" a yes is a failure. */
export function outcomeClass(text: string, column: string): OutcomeClass {
  const words = text.replace(/^[\s*_`"'([]+/, '');
  if (/^\w+\s*\/\s*\w+\W*$/.test(words) && !/n\/a/i.test(words)) return 'unknown';
  const found = OUTCOME_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? anywhere(words);
  const negative = /fail/i.test(column) && !/pass|succ/i.test(column);
  if (negative && /^(?:yes|y|true|no|n|false)\b/i.test(words)) return found === 'success' ? 'failed' : 'success';
  return found;
}

/** As in `Rollback succeeded` or `All steps failed`: the first telling word further on. */
function anywhere(words: string): OutcomeClass {
  const match = /\b(?:(fail\w*|unsuccessful\w*|error\w*|broken?)|(abort\w*|cancel\w*|interrupted)|(succe\w*|passed|completed?|ok|recovered|resolved|restored|works?|worked|fine|green))\b/i.exec(words);
  if (match === null) return 'unknown';
  if (match[1] !== undefined) return 'failed';
  return match[2] !== undefined ? 'aborted' : 'success';
}
