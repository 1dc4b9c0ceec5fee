import type { Execution } from '../../history/index.ts';
import { visibleData } from '../../model/index.ts';
import { columnLines, columnLinesThatFit } from '../layout/columns.ts';
import { entryLines } from '../layout/entries.ts';
import { daysAgo, shortDate, spokenDuration } from '../words/durations.ts';
import { allExecutions, type HistoryOfRunbook, isOver } from './history-report.ts';

/** The executions by date, the totals of each runbook, and the rows that cannot be read. Where the screen is too narrow for columns, one below the other. */
export function historyText(reports: readonly HistoryOfRunbook[], width: number | undefined): string {
  const shown = visibleData(reports);
  const parts = [executionLines(shown, width), totalLines(shown, width), unreadableLines(shown)];
  return parts.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function executionLines(reports: readonly HistoryOfRunbook[], width: number | undefined): readonly string[] {
  const several = reports.length > 1;
  const rows = allExecutions(reports).map(({ execution, budgetSeconds }) => {
    const took = execution.durationSeconds === null ? '' : boundedDuration(execution.durationSeconds, execution.durationIsBound);
    const budget = budgetSeconds === null || took === '' ? '' : ` of ${spokenDuration(budgetSeconds)}${isOver(execution, budgetSeconds) === true ? ' !' : ''}`;
    const date = execution.date === null ? execution.dateText : shortDate(execution.date);
    return [date, ...(several ? [execution.path] : []), execution.target ?? '', execution.operator ?? '', outcomeWords(execution), took + budget];
  });
  const titles = ['DATE', ...(several ? ['RUNBOOK'] : []), 'TARGET', 'OPERATOR', 'OUTCOME', 'DURATION'];
  return tableLines([titles, ...rows], width, several ? [1, 2, 3] : [1, 2]);
}

function totalLines(reports: readonly HistoryOfRunbook[], width: number | undefined): readonly string[] {
  const rows = reports.map(({ history, totals }) => [
    history.path,
    String(totals.runs),
    totals.successRate === null ? '—' : `${Math.round(totals.successRate * 100)} %`,
    boundedDuration(totals.medianSeconds, totals.medianIsBound),
    boundedDuration(totals.worstSeconds, totals.worstIsBound),
    history.budgetSeconds === null ? '—' : `${spokenDuration(history.budgetSeconds)}${totals.overBudget > 0 ? `, ${totals.overBudget} over` : ''}`,
    totals.daysSinceSuccess === null ? 'never' : daysAgo(totals.daysSinceSuccess),
    totals.sparkline,
  ]);
  const titles = ['RUNBOOK', 'RUNS', 'SUCCESS', 'MEDIAN', 'WORST', 'BUDGET', 'LAST SUCCESS', 'DURATIONS'];
  return tableLines([titles, ...rows], width, [0, 6], (index, cell) => (cell === '' || cell === '—' ? '' : `${titles[index]?.toLowerCase() ?? ''} ${cell}`));
}

/** Rows in columns below their titles, of which some may be cut; where they do not fit, each by its first cell with the others below it, as `fact` says them. */
function tableLines([titles = [], ...rows]: readonly (readonly string[])[], width: number | undefined, cuttable: readonly number[], fact = (_index: number, cell: string): string => cell): readonly string[] {
  if (rows.length === 0) return [];
  const table = [titles, ...rows];
  if (width === undefined) return columnLines(table);
  return columnLinesThatFit(table, width, cuttable) ?? rows.flatMap(([name = '', ...cells]) => entryLines(name, cells.map((cell, index) => fact(index + 1, cell)), width));
}

/** `<1 min` if that is all a row says. */
function boundedDuration(seconds: number | null, isBound: boolean): string {
  return seconds === null ? '—' : `${isBound ? '<' : ''}${spokenDuration(seconds)}`;
}

function unreadableLines(reports: readonly HistoryOfRunbook[]): readonly string[] {
  const lines = reports.flatMap(({ history }) => history.unreadable.map(({ line, reason }) => `${history.path}:${line}: ${reason}`));
  return lines.length === 0 ? [] : ['Rows that cannot be read in full:', ...lines];
}

/** A run that was broken off and went on in a later row is told as that. */
function outcomeWords({ outcome, wentOn }: Execution): string {
  if (wentOn) return `${outcome}, resumed`;
  return outcome === 'unknown' ? '?' : outcome;
}
