import { shortcomings } from '../../events/index.ts';
import { visibleData, visibleLine } from '../../model/index.ts';
import { columnLines } from '../columns.ts';
import { exactDuration, shortDate } from '../durations.ts';
import type { Paint } from '../style.ts';
import { type ListedRun, runStatus, SHELL_GONE, STATUS_STYLES } from './listed-run.ts';

/** How the table is shown. */
export interface RunsTextOptions {
  readonly paint: Paint;
  /** Columns of the screen; cut to it. */
  readonly width?: number | undefined;
}

/** The runs of this machine as a table, newest first, and below it those whose journal cannot be read. */
export function runsText(runs: readonly ListedRun[], unreadable: readonly { readonly id: string; readonly path: string; readonly reason: string }[], options: RunsTextOptions): string {
  return `${table(runs, unreadable.length > 0, options)}${unreadable.map(({ id, path, reason }) => `${id}  unreadable  ${visibleLine(`${path}: ${reason}`)}\n`).join('')}`;
}

function table(stored: readonly ListedRun[], others: boolean, { paint, width }: RunsTextOptions): string {
  const runs = visibleData(stored);
  if (runs.length === 0) return others ? '' : 'No runs on this machine.\n';
  const [header = '', ...lines] = columnLines([['RUN', 'STARTED (UTC)', 'OUTCOME', 'TOOK', 'TARGET', 'OPERATOR', 'RUNBOOK'], ...runs.map(cells)], width);
  const coloured = runs.map((run, index) => (lines[index] ?? '').replace(` ${runStatus(run)}`, (found) => paint(STATUS_STYLES[runStatus(run)], found)));
  const gone = runs.filter(({ shellGone }) => shellGone === true).map(({ state }) => `${state.id}: ${SHELL_GONE}`);
  return `${[paint('bold', header), ...coloured, ...gone].join('\n')}\n`;
}

function cells(run: ListedRun): readonly string[] {
  const { state } = run;
  const { started } = state;
  const but = state.counts === null ? '' : shortcomings(state.counts);
  return [
    state.id,
    started === null ? '' : shortDate(new Date(started.time)),
    `${runStatus(run)}${but === '' ? '' : ` with ${but}`}`,
    state.durationMs === null ? '' : exactDuration(state.durationMs),
    started?.target ?? '',
    started?.operator ?? '',
    visibleLine(started?.title ?? started?.runbook ?? ''),
  ];
}
