import { resolve } from 'node:path';
import { factsByHand, prepareRow, type PreparedRow, recordRow, unreadableCell, type RecordResult } from '../history/index.ts';
import { ExitCode, type Io, RunbookError } from '../model/index.ts';
import { parseRunbook } from '../parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../plan/index.ts';
import { askCells } from './asking/ask-cells.ts';
import { loadText } from '../catalog/opening/index.ts';
import { errorText } from './telling/error-text.ts';
import { rowTrouble, rowWarning } from './telling/row-trouble.ts';
import { canAsk } from './asking/can-ask.ts';
import { givenCells } from './given/given-values.ts';
import { operatorOf } from './running/options.ts';
import type { PendingRow } from './resuming/pending-rows.ts';
import { refuseUnknownColumn, refuseUnreadableCells } from './given/wrong-cells.ts';
import { planError } from './given/plan-request.ts';
import { refuseCommit } from './given/refuse-commit.ts';
import type { CommandRun, ParsedArgs } from './command-line/parsed-args.ts';

/** `runbook record`: writes a history row for a run done by hand, or the rows that could not be written earlier. */
export const run: CommandRun = async (args, io) => {
  if (args.flag('pending')) return writePending(args, io);
  const path = args.positionals[0];
  if (path === undefined) throw new RunbookError({ what: 'record needs <file>', advice: 'runbook record --pending writes the rows that were kept' });
  const text = loadText(path, io.cwd);
  const operator = await operatorOf(args, io);
  const target = args.text('target') ?? null;
  if (target !== null) refuseTarget(text, path, target);
  const prepared = await prepareRow(text, factsByHand({ operator, target, record: givenCells(args) }), { path, target });
  if (prepared.table === null && !args.flag('add-history')) throw new RunbookError({ what: `${path} has no history table`, advice: '--add-history makes one' });
  refuseUnknownColumn(prepared);
  await refuseCommit({ commit: args.flag('commit') || args.flag('push'), push: args.flag('push') }, { path: resolve(io.cwd, path), shown: path });
  const cells = canAsk(io) ? await askCells(prepared.row.cells, io) : unaskedCells(prepared, io);
  refuseUnreadableCells(prepared.columns, cells, unreadableCell, 'no row is written');
  const outcome = cells[prepared.row.cells.findIndex(({ role }) => role === 'outcome')] ?? '';
  const result = await recordRow({
    path: resolve(io.cwd, path),
    columns: prepared.columns,
    cells,
    target,
    operator,
    runId: 'by-hand',
    outcome: /^\p{L}+/u.exec(outcome)?.[0] ?? 'recorded',
    addHistory: args.flag('add-history'),
    commit: args.flag('commit'),
    push: args.flag('push'),
  });
  return tell(result, path, io);
};

/** Refuses what is no target of the runbook, as a run does; where it names none, anything may be one. */
function refuseTarget(text: string, path: string, target: string): void {
  const runbook = parseRunbook(text, { path });
  const problem = planRun(runbook, { ...EMPTY_REQUEST, target }).problems.find(({ kind }) => kind === 'target');
  if (runbook.targets.length > 0 && problem !== undefined) throw planError(runbook, problem);
}

/** Without a terminal the target and the outcome must be given; the rest may stay open, with a note on stderr. */
function unaskedCells({ row }: PreparedRow, io: Io): readonly string[] {
  const missing = row.cells.filter(({ source, role }) => source === 'open' && (role === 'outcome' || role === 'target')).map(({ column }) => column);
  if (missing.length > 0) {
    const options = missing.map((column) => `--record "${column}=…"`).join(' ');
    throw new RunbookError({ what: `missing ${missing.map((column) => `"${column}"`).join(' and ')}`, why: 'there is no terminal to ask in', advice: `give ${options}` });
  }
  if (row.open.length > 0) io.stderr.write(`runbook: left open: ${row.open.map((column) => `"${column}"`).join(', ')}\n  give --record "${row.open[0] ?? ''}=<value>", or fill the cell in by hand\n`);
  return row.cells.map(({ value }) => value);
}

async function writePending(args: ParsedArgs, io: Io): Promise<ExitCode> {
  const { pendingRows } = await import('./resuming/pending-rows.ts');
  const pending = await pendingRows(io.env);
  if (pending.length === 0) io.stdout.write('no rows are kept\n');
  return writeRows(pending, args, io);
}

/** Writes rows that were not written when their runs ended, and reports each. */
export async function writeRows(rows: readonly PendingRow[], args: ParsedArgs, io: Io): Promise<ExitCode> {
  const { writePendingRow } = await import('./resuming/pending-rows.ts');
  let code: ExitCode = ExitCode.done;
  for (const row of rows) {
    const { path, result, runId } = await writePendingRow(row, io.cwd, { commit: args.flag('commit'), push: args.flag('push'), addHistory: args.flag('add-history') });
    if (result === null) io.stderr.write(`runbook: the row of ${path} waits: run ${runId} is still open\n  it is written when that run is closed\n`);
    else if (tell(result, path, io) !== ExitCode.done) code = ExitCode.historyKept;
  }
  return code;
}

/** Reports what became of a row; the row itself goes to stdout. */
function tell(result: RecordResult, path: string, io: Io): ExitCode {
  io.stdout.write(`${result.status === 'written' && result.line > 0 ? `${path}:${result.line}: ` : ''}${result.row}\n`);
  const trouble = rowTrouble(result, path, `the history row of ${path}`);
  if (trouble !== null) {
    io.stderr.write(errorText(trouble));
    return ExitCode.historyKept;
  }
  const warning = rowWarning(result);
  if (warning !== null) io.stderr.write(errorText(warning));
  const commit = result.status === 'written' ? result.commit : undefined;
  if (commit !== undefined && commit.status !== 'failed') io.stdout.write(`${commit.status} ${commit.commit.slice(0, 12)}\n`);
  return ExitCode.done;
}
