import type { HistoryTable, SectionRole, TableShape } from '../../model/index.ts';
import { stripMarks } from '../markdown/index.ts';

const DATE = /\b(?:date|when|day|time(?:stamp)?|started|executed(?: on)?|run at|performed)\b/i;
const OUTCOME = /\b(?:outcome|result|status|success|verdict|passed)\b/i;

/** Tables of past executions: the last of a history section, and those with a date and an outcome. */
export function findHistories(tables: readonly TableShape[], roles: readonly SectionRole[]): readonly HistoryTable[] {
  const lastOf = new Map<number, TableShape>();
  for (const table of tables) if (roles[table.section] === 'history') lastOf.set(table.section, table);
  return tables.filter((table) => lastOf.get(table.section) === table || hasDateAndOutcome(table)).map(({ header, rows, section, span }) => ({
    section,
    columns: header.map((cell) => ({ value: stripMarks(cell.value), span: cell.span })),
    rows,
    span,
  }));
}

function hasDateAndOutcome({ header }: TableShape): boolean {
  const names = header.map(({ value }) => stripMarks(value));
  const date = names.findIndex((name) => DATE.test(name));
  return date >= 0 && names.some((name, index) => index !== date && OUTCOME.test(name));
}
