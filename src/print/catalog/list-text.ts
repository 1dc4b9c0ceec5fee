import { counted, visibleData, visibleLine } from '../../model/index.ts';
import { columnLines, columnLinesThatFit } from '../layout/columns.ts';
import { daysAgo, shortDate } from '../words/durations.ts';
import { entryLines } from '../layout/entries.ts';

/** What `list` shows of one runbook. */
export interface ListedRunbook {
  readonly path: string;
  readonly title: string | null;
  readonly owner: string | null;
  /** As written. */
  readonly lastReviewed: string | null;
  /** `null` if there is no readable date. */
  readonly reviewAgeDays: number | null;
  readonly steps: number;
  /** Its standing to the plan lock; `null` if the repository has none. */
  readonly lock: 'as-locked' | 'changed' | 'not-locked' | null;
  readonly lastExecution: { readonly date: Date | null; readonly target: string | null; readonly operator: string | null; readonly outcome: string; readonly line: number } | null;
}

const LOCK_WORDS = { 'as-locked': 'yes', changed: 'CHANGED', 'not-locked': 'no' } as const;

/** On a terminal the path matters more than the title. */
const LONGEST_TITLE = 22;

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;
}

/** The runbooks of a folder tree: one per line, or, on a terminal too narrow for that, one below the other with the facts of each. */
export function listText(runbooks: readonly ListedRunbook[], width?: number): string {
  const locks = runbooks.some(({ lock }) => lock !== null);
  const shown = visibleData(runbooks);
  const rows = shown.map((runbook) => [
    runbook.path,
    width === undefined ? (runbook.title ?? '') : shortened(runbook.title ?? ''),
    runbook.owner ?? '—',
    reviewed(runbook),
    String(runbook.steps),
    ...(locks ? [LOCK_WORDS[runbook.lock ?? 'not-locked']] : []),
    lastRun(runbook),
  ]);
  const table = [['RUNBOOK', 'TITLE', 'OWNER', 'REVIEWED', 'STEPS', ...(locks ? ['LOCK'] : []), 'LAST RUN'], ...rows];
  const lines = width === undefined ? columnLines(table) : (columnLinesThatFit(table, width, [1, 2]) ?? shown.flatMap((runbook) => entry(runbook, locks, width)));
  return `${lines.join('\n')}\n`;
}

function entry(runbook: ListedRunbook, locks: boolean, width: number): readonly string[] {
  const { path, title, owner, steps, lock } = runbook;
  const locked = { 'as-locked': 'as locked', changed: 'NOT as locked', 'not-locked': 'not locked' }[lock ?? 'not-locked'];
  const facts = [visibleLine(title ?? ''), owner ?? 'no owner', `reviewed ${reviewed(runbook)}`, counted(steps, 'step'), ...(locks ? [locked] : []), `last run ${lastRun(runbook)}`];
  return entryLines(path, facts, width);
}

function reviewed({ reviewAgeDays: days, lastReviewed }: ListedRunbook): string {
  return days === null ? (lastReviewed ?? 'never') : daysAgo(days);
}

function lastRun({ lastExecution: last }: ListedRunbook): string {
  if (last === null) return 'never';
  return `${last.date === null ? '?' : shortDate(last.date).slice(0, 10)} ${last.outcome === 'unknown' ? '?' : last.outcome}`;
}
