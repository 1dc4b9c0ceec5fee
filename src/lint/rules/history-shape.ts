import { BLANK_CELL } from '../../history/index.ts';
import { counted, type HistoryTable, type Located } from '../../model/index.ts';
import { cellOf, columnOf, findDate, markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

const DATE_ROLES = ['date', 'started', 'time', 'ended'] as const;

export const historyShape = textRule({
  id: 'history-shape',
  severity: 'error',
  summary: 'The table of executions cannot be read as one.',
  scope: 'runbook',
  docs: {
    why: 'Every run adds a row here, and `history` counts them. A row with a cell too few shifts every value after it, a date that is none cannot be sorted, and a table out of order hides the last run.',
    bad: { get text() { return markdown(`
      # Rollback

      ## Execution history

      | Date | Operator | Outcome |
      | --- | --- | --- |
      | 2026-03-02 | ada | Success |
      | 2026-13-40 | Success |
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      ## Execution history

      | Date | Operator | Outcome |
      | --- | --- | --- |
      | 2026-03-02 | ada | Success |
      | 2026-04-13 | bob | Failed: no prior release |
    `); } },
  },
  check: (runbook) => runbook.histories.flatMap((history) => [...headerFindings(history), ...rowFindings(history), ...orderFindings(history)]),
});

function headerFindings(history: HistoryTable): readonly Finding[] {
  const missing = [columnOf(history, ...DATE_ROLES) === null ? 'date' : '', columnOf(history, 'outcome') === null ? 'outcome' : ''].filter((name) => name !== '');
  const names = history.columns.map(({ value }) => value).join(', ');
  const first = history.columns[0];
  return first === undefined ? [] : missing.map((name) => ({ message: `the history table has no ${name} column; it has ${names}`, span: first.span }));
}

function rowFindings(history: HistoryTable): readonly Finding[] {
  return history.rows.flatMap(({ cells, span }) => {
    const findings: Finding[] = [];
    if (cells.length !== history.columns.length) findings.push({ message: `this row has ${counted(cells.length, 'cell')}, the header ${history.columns.length}`, span });
    const date = dateCell(history, cells);
    if (date !== undefined && !BLANK_CELL.test(date.value.trim()) && findDate(date.value) === null) findings.push({ message: `"${date.value}" is not a date; expected one such as 2026-05-14`, span: date.span });
    return findings;
  });
}

/** Rows run oldest or newest first; the one that breaks the order of those before it is named. */
function orderFindings(history: HistoryTable): readonly Finding[] {
  const dated = history.rows.flatMap(({ cells }) => {
    const cell = dateCell(history, cells);
    const date = cell === undefined ? null : findDate(cell.value);
    return cell === undefined || date === null ? [] : [{ cell, date }];
  });
  let direction = 0;
  for (const [index, { cell, date }] of dated.entries()) {
    const before = dated[index - 1];
    if (before === undefined || before.date === date) continue;
    const step = date > before.date ? 1 : -1;
    if (direction !== 0 && step !== direction) {
      const order = direction === 1 ? 'oldest' : 'newest';
      return [{ message: `${date} is out of order after ${before.date}; the rows above run ${order} first`, span: cell.span, related: { message: 'the row before', span: before.cell.span } }];
    }
    direction = step;
  }
  return [];
}

function dateCell(history: HistoryTable, cells: readonly Located<string>[]): Located<string> | undefined {
  return cellOf(history, cells, ...DATE_ROLES);
}
