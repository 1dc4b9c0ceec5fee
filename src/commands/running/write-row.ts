import { loadText } from '../../catalog/opening/index.ts';
import { outcomeWord, type RunEvent, somethingRan } from '../../events/index.ts';
import type { KeepRow } from '../../execute/index.ts';
import { cellText, dieAt, forgetRow, keepRow, type Once, type PreparedRow, prepareRow, type RecordRequest, type RecordResult, recordRow, RowTaken, runFacts } from '../../history/index.ts';
import { isRunbookError } from '../../model/index.ts';
import { suggestByShape } from '../../plan/index.ts';
import type { RowPort, RowSession } from '../../walk/index.ts';
import { errorText } from '../telling/error-text.ts';
import { rowTrouble, rowWarning } from '../telling/row-trouble.ts';
import type { RunningOptions } from './options.ts';

/** After so many milliseconds a run has what writes its row, in case it outlasts the installed program. Shorter runs seldom need the reader. */
const READER_AFTER = 1000;

type RowOptions = Pick<RunningOptions, 'history' | 'record' | 'addHistory' | 'operator' | 'commit' | 'push'>;

/** Stores a run's row before its journal records the end, so that no kill in between loses it; every face that opens a run passes this. */
export function rowKeeper(path: string, options: RowOptions): KeepRow {
  if (options.history) setTimeout(() => void import('../../parse/index.ts').catch(() => undefined), READER_AFTER).unref();
  return async (session, end) => {
    if (!options.history || !somethingRan({ ...session.state, status: end.status })) return false;
    const prepared = await prepareRunRow(session, path, options, [...session.events, end]);
    if (prepared === null) return false;
    const cells = prepared.row.cells.map(({ value }) => value);
    const { status, reason, durationMs } = end;
    await keepRow(requestOf(session, path, prepared, cells, options, status), new Date(end.time), { id: keptId(session, endsOf(session) + 1), end: { status, reason, durationMs } });
    dieAt('row-kept');
    return true;
  };
}

/** Prepares and writes the history row of a run. */
export function rowPort(path: string, options: RunningOptions): RowPort {
  let prepared: PreparedRow | null = null;
  return {
    prepare: async (session) => {
      prepared = await prepareRunRow(session, path, options);
      if (prepared === null) return null;
      const { row, columns } = prepared;
      return { path, columns, cells: row.cells.map(({ column, value, source, suggestions, above }) => ({ column, value, open: source === 'open', suggestions, above })), unknown: row.unknown, unsaid: row.unsaid };
    },
    write: async (session, cells, once) => {
      if (prepared === null) throw new Error('the row was not prepared');
      const before = prepared.row.cells;
      const written = once?.begun?.cells ?? cells.map((cell, index) => (cell === before[index]?.value ? cell : cellText(cell)));
      const result = await writeRunRow(session, path, prepared, { cells: written, once }, options).catch(notTaken);
      if (result === null) return null;
      const trouble = rowTrouble(result, path);
      const empty = before.flatMap(({ column, source, value }, index) => (source === 'open' && written[index] === value ? [column] : []));
      const wrote = result.status === 'written' ? `written to ${path}:${result.line}${empty.length === 0 ? '' : `; not filled in: ${empty.join(', ')}`}` : '';
      const warning = trouble ?? rowWarning(result);
      return { status: result.status, text: result.row, said: warning === null ? wrote : errorText(warning), complete: trouble === null, warns: warning !== null };
    },
    decline: declineRunRow,
  };
}

function notTaken(error: unknown): null {
  if (error instanceof RowTaken) return null;
  throw error;
}

/** The row of a run that has ended, not written yet; `null` if the file has no table, had none when the run began, and none is to be created. */
async function prepareRunRow(session: RowSession, path: string, options: Pick<RowOptions, 'record' | 'addHistory'>, events: readonly RunEvent[] = session.events): Promise<PreparedRow | null> {
  const text = textOf(path);
  const { target, runbook: known } = session.plan;
  const facts = runFacts(events, { targetRow: target?.row ?? {}, record: options.record, report: session.id, now: new Date() });
  const seen = session.plan.steps.flatMap(({ step, pieces }) => pieces.map(({ piece }) => session.outputTail(step.id, piece.index)));
  const prepare = (source: string): Promise<PreparedRow> => prepareRow(source, { ...facts, suggest: (example) => suggestByShape(example, seen) }, { path, target: target?.name ?? null, known });
  const asItBegan = known.source.text;
  // Another version of the program may have been installed meanwhile, so that the reader of this one is gone.
  const now = await prepare(text ?? asItBegan).catch(() => null);
  if (now !== null && now.table !== null) return now;
  // An editor may be saving the file just now, or another branch be checked out: the row is kept for later.
  const before = await prepare(asItBegan);
  if (before.table !== null) return before;
  return options.addHistory ? (now ?? before) : null;
}

/** Whatever stands there by now must not hold up the end of the run; why it cannot be read is said where the row is written. */
function textOf(path: string): string | null {
  try {
    return loadText(path, '/');
  } catch (error) {
    if (isRunbookError(error)) return null;
    throw error;
  }
}

/** Writes a run's row, replacing the stored one, or leaves that for later. The journal records which before the stored one is removed. */
async function writeRunRow(session: RowSession, path: string, prepared: PreparedRow, { cells, once }: { readonly cells: readonly string[]; readonly once: Once | undefined }, options: RowOptions): Promise<RecordResult> {
  dieAt('run-finished');
  const request = requestOf(session, path, prepared, cells, options, session.state.status);
  const onWritten = (row: string): boolean => {
    session.recorded(row, 'written');
    return session.broken === null;
  };
  const result = await recordRow(request, { keptAs: keptId(session, endsOf(session)), ...(once === undefined ? {} : { once }), onWritten });
  if (result.status !== 'written') session.recorded(result.row, result.status, result.reason);
  return result;
}

/** Records that the operator wants no row. */
async function declineRunRow(session: RowSession): Promise<void> {
  session.recorded('', 'declined', 'the operator wants none');
  await forgetRow(keptId(session, endsOf(session))).catch(() => undefined);
}

function requestOf(session: RowSession, path: string, prepared: PreparedRow, cells: readonly string[], options: RowOptions, status: RowSession['state']['status']): RecordRequest {
  return {
    path,
    columns: prepared.columns,
    // A cell may be given with a secret in it.
    cells: cells.map((cell) => session.mask(cell)),
    target: session.plan.target?.name ?? null,
    operator: session.mask(options.operator),
    runId: session.id,
    outcome: outcomeWord(status),
    title: session.plan.runbook.title?.value ?? null,
    addHistory: options.addHistory,
    commit: options.commit,
    push: options.push,
  };
}

/** How often a run has ended: one that was aborted and resumed gets a row for each end. */
function endsOf({ events }: RowSession): number {
  return events.filter(({ type }) => type === 'run-finished').length;
}

function keptId({ id }: RowSession, end: number): string {
  return `${id}.${end}`;
}
