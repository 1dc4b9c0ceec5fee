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
  /** How it stands to the plan lock; `null` where the repository has none. */
  readonly lock: 'as-locked' | 'changed' | 'not-locked' | null;
  readonly lastExecution: { readonly date: Date | null; readonly target: string | null; readonly operator: string | null; readonly outcome: string; readonly line: number } | null;
}

const LOCK_WORDS = { 'as-locked': 'yes', changed: 'CHANGED', 'not-locked': 'no' } as const;

/** On a terminal the path matters more. */
const LONGEST_TITLE = 22;

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;
}

/** The runbooks of a tree, one a line; on a terminal, with its width, what does not fit is cut. */
export function listText(runbooks: readonly ListedRunbook[], width?: number): string {
  const locks = runbooks.some(({ lock }) => lock !== null);
  const rows = visibleData(runbooks).map((runbook) => [
    visibleLine(runbook.path),
    width === undefined ? (runbook.title ?? '') : shortened(runbook.title ?? ''),
    runbook.owner ?? '—',
    runbook.reviewAgeDays === null ? (runbook.lastReviewed ?? 'never') : daysAgo(runbook.reviewAgeDays),
    String(runbook.steps),
    ...(locks ? [LOCK_WORDS[runbook.lock ?? 'not-locked']] : []),
    lastRun(runbook),
  ]);
  return `${columnLines([['RUNBOOK', 'TITLE', 'OWNER', 'REVIEWED', 'STEPS', ...(locks ? ['LOCK'] : []), 'LAST RUN'], ...rows], width, 0).join('\n')}\n`;
}

function lastRun({ lastExecution: last }: ListedRunbook): string {
  if (last === null) return 'never';
  return `${last.date === null ? '?' : shortDate(last.date).slice(0, 10)} ${last.outcome === 'unknown' ? '?' : last.outcome}`;
}
