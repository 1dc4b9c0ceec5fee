import type { HistoryTable, Located } from '../../model/index.ts';
import { markdown } from '../example.ts';
import { durationColumn } from '../history-columns.ts';
import { textRule } from '../rule.ts';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

export const budgetExceeded = textRule({
  id: 'budget-exceeded',
  severity: 'warning',
  summary: 'A recorded run took longer than the runbook says.',
  scope: 'runbook',
  docs: {
    why: 'Whoever decides between rolling back and fixing forward goes by the stated time. Where the last runs took longer, the statement is wrong or the procedure has become slow.',
    bad: { text: markdown(`
      # Rollback

      Expected wall-clock: under 5 minutes.

      ## Execution history

      | Date | Operator | Wall-clock (min) | Outcome |
      | --- | --- | --- | --- |
      | 2026-05-14 | ada | 12 | Success |
    `) },
    good: { text: markdown(`
      # Rollback

      Expected wall-clock: under 5 minutes.

      ## Execution history

      | Date | Operator | Wall-clock (min) | Outcome |
      | --- | --- | --- | --- |
      | 2026-05-14 | ada | 4 | Success |
    `) },
  },
  check: ({ histories, budget }) => {
    if (budget === null) return [];
    const tooLong = histories.flatMap((history) => durations(history).filter(({ value }) => value > budget.seconds));
    return tooLong.map(({ value, span }) => ({
      message: `this run took ${words(value)}; line ${budget.span.start.line} says "${budget.text}"`,
      span,
      related: { message: 'the stated time', span: budget.span },
    }));
  },
});

/** Seconds of each run, in the unit of the cell, else of the header, else minutes. */
function durations(history: HistoryTable): readonly Located<number>[] {
  const column = durationColumn(history);
  if (column === null) return [];
  const unit = unitOf(/\((?:in )?([a-z]+)\)|\b(seconds|minutes|hours)\b/i.exec(history.columns[column]?.value ?? '')) ?? 60;
  return history.rows.flatMap(({ cells }) => {
    const cell = cells[column];
    const match = /^~?\s*(\d+(?:\.\d+)?)\s*([a-z]+)?/i.exec(cell?.value.trim() ?? '');
    return cell === undefined || match === null ? [] : [{ value: Number(match[1]) * (unitOf(match.slice(1)) ?? unit), span: cell.span }];
  });
}

function unitOf(match: readonly (string | undefined)[] | null): number | null {
  const word = match?.slice(1).find((part) => part !== undefined);
  return UNIT_SECONDS[word?.[0]?.toLowerCase() ?? ''] ?? null;
}

function words(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
