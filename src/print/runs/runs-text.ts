import { shortcomings } from '../../events/index.ts';
import { visibleData, visibleLine } from '../../model/index.ts';
import { columnLines, columnLinesThatFit } from '../layout/columns.ts';
import { exactDuration, shortDate } from '../words/durations.ts';
import { entryLines } from '../layout/entries.ts';
import type { Paint } from '../layout/style.ts';
import { type ListedRun, runStatus, SHELL_GONE, shownStatus, STATUS_STYLES } from './listed-run.ts';

/** How the table is shown. */
interface RunsTextOptions {
  readonly paint: Paint;
  /** The width of the screen; if the table does not fit, runs are listed one below the other. */
  readonly width?: number | undefined;
}

/** The runs of this machine as a table, newest first, and below it those whose journal cannot be read. */
export function runsText(runs: readonly ListedRun[], unreadable: readonly { readonly id: string; readonly path: string; readonly reason: string }[], options: RunsTextOptions): string {
  return `${table(runs, unreadable.length > 0, options)}${unreadable.map(({ id, path, reason }) => `${id}  unreadable  ${visibleLine(`${path}: ${reason}`)}\n`).join('')}`;
}

function table(stored: readonly ListedRun[], others: boolean, { paint, width }: RunsTextOptions): string {
  const runs = visibleData(stored);
  if (runs.length === 0) return others ? '' : 'No runs on this machine.\n';
  const rows = runs.map(cells);
  const titles = ['RUN', 'STARTED (UTC)', 'OUTCOME', 'TOOK', 'TARGET', 'OPERATOR', 'RUNBOOK'];
  const lines = width === undefined ? columnLines([titles, ...rows]) : columnLinesThatFit([titles, ...rows], width, [5, 6]);
  const coloured = runs.map((run, index) => {
    const entry = lines?.[index + 1] ?? below(rows[index] ?? [], width ?? 0);
    return entry.replace(new RegExp(`( |^)${shownStatus(run)}`, 'm'), (found) => paint(STATUS_STYLES[runStatus(run)], found));
  });
  const gone = runs.filter(({ shellGone }) => shellGone === true).map(({ state }) => `${state.id}: ${SHELL_GONE}`);
  return `${[...(lines === null ? [] : [paint('bold', lines[0] ?? '')]), ...coloured, ...gone].join('\n')}\n`;
}

/** A run as several lines, with its whole id, which other commands take. */
function below([id = '', started = '', outcome = '', took = '', target = '', operator = '', runbook = '']: readonly string[], width: number): string {
  return entryLines(id, [runbook, outcome, took, target, operator, started === '' ? '' : `${started} UTC`], width).join('\n');
}

function cells(run: ListedRun): readonly string[] {
  const { state } = run;
  const { started } = state;
  const but = state.counts === null ? '' : shortcomings(state.counts);
  return [
    state.id,
    started === null ? '' : shortDate(new Date(started.time)),
    `${shownStatus(run)}${but === '' ? '' : ` with ${but}`}`,
    state.durationMs === null ? '' : exactDuration(state.durationMs),
    started?.target ?? '',
    started?.operator ?? '',
    visibleLine(started?.title ?? started?.runbook ?? ''),
  ];
}
