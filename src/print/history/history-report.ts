import type { Execution, HistoryTotals, RunbookHistory } from '../../history/index.ts';
import { visible } from '../../model/index.ts';
import { jsonText } from '../formats/json-text.ts';

/** What `history` shows of one runbook. */
export interface HistoryOfRunbook {
  readonly history: RunbookHistory;
  readonly totals: HistoryTotals;
}

/** All executions of several runbooks, oldest first, with their budgets. */
export function allExecutions(reports: readonly HistoryOfRunbook[]): readonly { readonly execution: Execution; readonly budgetSeconds: number | null }[] {
  return reports
    .flatMap(({ history }) => history.executions.map((execution) => ({ execution, budgetSeconds: history.budgetSeconds })))
    .sort((a, b) => (a.execution.date?.getTime() ?? 0) - (b.execution.date?.getTime() ?? 0));
}

/** `history --format json`. */
export function historyJson(reports: readonly HistoryOfRunbook[]): string {
  return `${jsonText(historyData(reports), 2)}\n`;
}

/** The executions of several runbooks for programs, with totals and the rows that cannot be read. Users rely on its fields. */
export function historyData(reports: readonly HistoryOfRunbook[]): Record<string, unknown> {
  return {
    executions: allExecutions(reports).map(({ execution, budgetSeconds }) => ({ ...execution, date: execution.date?.toISOString() ?? null, budgetSeconds, overBudget: isOver(execution, budgetSeconds) })),
    totals: reports.map(({ history, totals }) => ({ path: history.path, title: history.title, budgetSeconds: history.budgetSeconds, ...totals, lastSuccess: totals.lastSuccess?.toISOString() ?? null })),
    unreadable: reports.flatMap(({ history }) => history.unreadable.map((row) => ({ path: history.path, ...row }))),
  };
}

/** The rows as CSV (RFC 4180). */
export function historyCsv(reports: readonly HistoryOfRunbook[]): string {
  const header = ['path', 'line', 'date', 'target', 'operator', 'outcome', 'duration_seconds', 'budget_seconds', 'outcome_text'];
  const rows = allExecutions(reports).map(({ execution, budgetSeconds }) => [
    execution.path, execution.line, execution.date?.toISOString() ?? '', execution.target ?? '', execution.operator ?? '', execution.outcome, execution.durationSeconds ?? '', budgetSeconds ?? '', execution.outcomeText,
  ]);
  return [header, ...rows].map((row) => `${row.map((cell) => csvCell(String(cell))).join(',')}\r\n`).join('');
}

/** Whether a run exceeded its budget; `null` if the duration or the budget is unknown. */
export function isOver(execution: Execution, budgetSeconds: number | null): boolean | null {
  return execution.durationSeconds === null || budgetSeconds === null ? null : execution.durationSeconds > budgetSeconds;
}

function csvCell(given: string): string {
  const text = visible(given);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
