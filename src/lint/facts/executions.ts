import { columnMeaning, type ColumnRole, type Execution, readHistory } from '../../history/index.ts';
import type { HistoryTable, Located, Runbook, Span } from '../../model/index.ts';

/** An execution with the places in its row that rules point at. */
interface PlacedExecution {
  readonly execution: Execution;
  /** The day, `YYYY-MM-DD`, or `null` where its date cannot be read. */
  readonly day: string | null;
  readonly dateSpan: Span;
  readonly durationSpan: Span;
}

// Several rules ask for the same runbook's executions and the same table's columns.
const known = new WeakMap<Runbook, readonly PlacedExecution[]>();
const knownRoles = new WeakMap<HistoryTable, readonly ColumnRole[]>();

/** The executions that a runbook's tables record, oldest first. */
export function placedExecutions(runbook: Runbook): readonly PlacedExecution[] {
  const executions = known.get(runbook) ?? readExecutions(runbook);
  known.set(runbook, executions);
  return executions;
}

const FORM = /\b(?:template|example|sample|format)\b/i;

function readExecutions(runbook: Runbook): readonly PlacedExecution[] {
  return readHistory(runbook).executions.flatMap((execution) => {
    for (const table of runbook.histories) {
      // Rows of a form show how to fill it in.
      if (FORM.test(runbook.sections[table.section]?.heading ?? '')) continue;
      const row = table.rows.find(({ span }) => span.start.line === execution.line);
      if (row === undefined) continue;
      const spanOf = (...roles: readonly ColumnRole[]) => cellOf(table, row.cells, ...roles)?.span ?? row.span;
      return [{ execution, day: execution.date?.toISOString().slice(0, 10) ?? null, dateSpan: spanOf('date', 'started', 'time', 'ended'), durationSpan: spanOf('duration') }];
    }
    return [];
  });
}

/** The cell of the first column with one of these roles. */
export function cellOf(table: HistoryTable, cells: readonly Located<string>[], ...roles: readonly ColumnRole[]): Located<string> | undefined {
  const index = columnOf(table, ...roles);
  return index === null ? undefined : cells[index];
}

/** The index of the first column with one of these roles, or `null`. */
export function columnOf(table: HistoryTable, ...roles: readonly ColumnRole[]): number | null {
  const meanings = knownRoles.get(table) ?? table.columns.map(({ value }) => columnMeaning(value).role);
  knownRoles.set(table, meanings);
  const index = roles.map((role) => meanings.indexOf(role)).find((found) => found !== -1);
  return index ?? null;
}

