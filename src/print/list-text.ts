import { visibleData, visibleLine } from '../model/index.ts';
import { columnLines } from './columns.ts';
import { daysAgo, shortDate } from './durations.ts';

/** What `list` tells of one runbook. */
export interface ListedRunbook {
  readonly path: string;
  readonly title: string | null;
  readonly owner: string | null;
  /** As written. */
  readonly lastReviewed: string | null;
  /** `null` where no date can be read. */
  readonly reviewAgeDays: number | null;
  readonly steps: number;
  readonly lastExecution: { readonly date: Date | null; readonly target: string | null; readonly operator: string | null; readonly outcome: string; readonly line: number } | null;
}

/** On a terminal the path matters more. */
const LONGEST_TITLE = 22;

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;
}

/** The runbooks of a tree, one a line; on a terminal, with its width, what does not fit is cut. */
export function listText(runbooks: readonly ListedRunbook[], width?: number): string {
  const rows = visibleData(runbooks).map((runbook) => [
    visibleLine(runbook.path),
    width === undefined ? (runbook.title ?? '') : shortened(runbook.title ?? ''),
    runbook.owner ?? '—',
    runbook.reviewAgeDays === null ? (runbook.lastReviewed ?? 'never') : daysAgo(runbook.reviewAgeDays),
    String(runbook.steps),
    lastRun(runbook),
  ]);
  return `${columnLines([['RUNBOOK', 'TITLE', 'OWNER', 'REVIEWED', 'STEPS', 'LAST RUN'], ...rows], width, 0).join('\n')}\n`;
}

function lastRun({ lastExecution: last }: ListedRunbook): string {
  if (last === null) return 'never';
  return `${last.date === null ? '?' : shortDate(last.date).slice(0, 10)} ${last.outcome === 'unknown' ? '?' : last.outcome}`;
}
