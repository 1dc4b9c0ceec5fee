import { daysSince, readDate, readHistory } from '../../history/index.ts';
import type { Runbook } from '../../model/index.ts';
import type { ListedRunbook } from '../../print/index.ts';

/** A runbook as `list` shows it, without its standing to the lock. */
export function listedRunbook(runbook: Runbook, now: Date): Omit<ListedRunbook, 'lock'> {
  const reviewed = runbook.metadata.lastReviewed?.value ?? null;
  const date = reviewed === null ? null : readDate(reviewed);
  const last = readHistory(runbook).executions.at(-1);
  return {
    path: runbook.path,
    title: runbook.title?.value ?? null,
    owner: runbook.metadata.owner?.value ?? null,
    lastReviewed: reviewed,
    reviewAgeDays: date === null ? null : Math.max(0, daysSince(date, now)),
    steps: runbook.steps.length,
    lastExecution: last === undefined ? null : { date: last.date, target: last.target, operator: last.operator, outcome: last.outcome, line: last.line },
  };
}
