import { type Execution, historyTotals, type Overview, overviewOf, type RunbookHistory } from '../history/index.ts';
import { DAY_MS, ExitCode, type Io, matchesGlob, RunbookError } from '../model/index.ts';
import { historyCsv, historyJson, type HistoryOfRunbook, historyText } from '../print/index.ts';
import { loadSettings } from '../settings/index.ts';
import { historyJob } from './looking/history-job.ts';
import { readWithProgress } from './telling/read-with-progress.ts';
import { widthOf } from './telling/width.ts';
import type { CommandRun, ParsedArgs } from './command-line/parsed-args.ts';
import { writePage } from './telling/write-page.ts';

/** `runbook history`: what was run, by whom, and how it went. */
export const run: CommandRun = async (args, io) => {
  const now = new Date();
  const wanted = filterOf(args, now);
  const flagged = (['json', 'csv'] as const).find((each) => args.flag(each));
  const format = flagged ?? args.text('format') ?? 'text';
  if (format === 'html') return page(args, io, now, wanted);
  if (args.text('output') !== undefined) throw new RunbookError({ what: '--output is for a page', why: `the format is ${format}`, advice: 'add --format html, or send the output to a file with >' });
  const reports: HistoryOfRunbook[] = [];
  for (const { hasTable, history: whole } of await readWithProgress(historyJob, { cwd: io.cwd }, args.positionals, io)) {
    if (!hasTable) continue;
    const history = filtered(whole, wanted);
    reports.push({ history, totals: historyTotals(history.executions, history.budgetSeconds, now) });
  }
  const told = wanted.length === 0 ? reports : reports.filter(({ history }) => history.executions.length > 0);
  if (format === 'json') io.stdout.write(historyJson(told));
  else if (format === 'csv') io.stdout.write(historyCsv(told));
  else io.stdout.write(told.length === 0 ? nothing(reports.length) : historyText(told, widthOf(io)));
  return ExitCode.done;
};

/** The page includes runbooks that were never run, unless only some rows are wanted. */
async function page(args: ParsedArgs, io: Io, now: Date, wanted: readonly Wanted[]): Promise<ExitCode> {
  const { settings: { options, production } } = await loadSettings(io.cwd, (rule) => rule);
  const overviews: Overview[] = [];
  for (const { about, isRunbook, history: whole } of await readWithProgress(historyJob, { cwd: io.cwd }, args.positionals, io)) {
    const history = filtered(whole, wanted);
    if (wanted.length === 0 ? isRunbook : history.executions.length > 0) overviews.push(overviewOf(about, history, { now, ...options, production }));
  }
  const { historyPage } = await import('../print/html/index.ts');
  writePage(historyPage(overviews, now), args.text('output'), io);
  return ExitCode.done;
}

type Wanted = (execution: Execution) => boolean;

function filterOf(args: ParsedArgs, now: Date): readonly Wanted[] {
  const since = args.text('since');
  const target = args.text('target')?.toLowerCase();
  const operator = args.text('operator')?.toLowerCase();
  const from = since === undefined ? null : sinceDate(since, now);
  return [
    ...(from === null ? [] : [({ date }: Execution) => date !== null && date >= from]),
    ...(target === undefined ? [] : [(row: Execution) => matchesGlob((row.target ?? '').toLowerCase(), target)]),
    ...(operator === undefined ? [] : [(row: Execution) => (row.operator ?? '').toLowerCase().replace(/^@/, '').includes(operator.replace(/^@/, ''))]),
  ];
}

function filtered(history: RunbookHistory, wanted: readonly Wanted[]): RunbookHistory {
  if (wanted.length === 0) return history;
  const executions = history.executions.filter((execution) => wanted.every((test) => test(execution)));
  const lines = new Set(executions.map(({ line }) => line));
  return { ...history, executions, unreadable: history.unreadable.filter(({ line }) => lines.has(line)) };
}

const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** Parses `2026-05-01`, or `90d`, `12w`, `6m`, `1y` before now. */
function sinceDate(text: string, now: Date): Date {
  const ago = /^(\d{1,5})([dwmy])$/.exec(text);
  const days = UNIT_DAYS[ago?.[2] ?? ''];
  if (ago !== null && days !== undefined) return new Date(now.getTime() - Number(ago[1]) * days * DAY_MS);
  const day = /^\d{4}-\d{2}-\d{2}(?:T.*)?$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime())) throw new RunbookError({ what: `--since ${text}`, why: 'expected a day or an age', advice: 'for example --since 2026-05-01 or --since 90d' });
  return day;
}

function nothing(tables: number): string {
  return tables === 0 ? 'no history tables here\n' : 'no rows like that\n';
}
