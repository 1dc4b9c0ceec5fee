import { relative } from 'node:path';
import type { Environment } from '../../model/index.ts';
import { loadText } from '../../catalog/opening/index.ts';
import { outcomeWord } from '../../events/index.ts';
import { closeBooks } from '../../execute/index.ts';
import { type KeptRow, keptRows, prepareRow, recordKept, type RecordRequest, type RecordResult, recordRow, runFacts } from '../../history/index.ts';
import { livingHolder, readJournal, runLock, stateFolder } from '../../state/index.ts';
import { storedRuns, type StoredRun } from './find-run.ts';

/** A row still to be written: kept in the state folder, or, if not even that worked, to be made again from the journal of its run. */
export type PendingRow = { readonly kind: 'kept'; readonly kept: KeptRow; readonly run: StoredRun | null } | { readonly kind: 'journal'; readonly run: StoredRun };

/** What became of a pending row. */
interface WrittenRow {
  /** The path as the caller would write it. */
  readonly path: string;
  /** `null` if its run is still open and will write it. */
  readonly result: RecordResult | null;
  readonly runId: string;
}

/** The pending rows, oldest first; with `runId` only those of one run. */
export async function pendingRows(env: Environment, runId?: string): Promise<readonly PendingRow[]> {
  const runs = storedRuns(stateFolder(env));
  const kept = (await keptRows()).map((row): PendingRow => ({ kind: 'kept', kept: row, run: runs.find(({ id }) => id === row.request.runId) ?? null }));
  const due = runs.filter(({ id, state }) => state.rowDue && !kept.some(({ run }) => run?.id === id)).reverse();
  return [...kept, ...due.map((run): PendingRow => ({ kind: 'journal', run }))].filter((row) => runId === undefined || row.run?.id === runId);
}

/** Writes a pending row and records that in the journal of its run. `more` adds to what the run asked for. */
export async function writePendingRow(pending: PendingRow, cwd: string, more: Pick<RecordRequest, 'commit' | 'push' | 'addHistory'>): Promise<WrittenRow> {
  const { run } = pending;
  const full = pending.kind === 'kept' ? pending.kept.request.path : (pending.run.state.started?.runbook ?? '');
  const about = { path: relative(cwd, full) || full, runId: run?.id ?? '' };
  if (run !== null && (await livingHolder(runLock(run.folder))) !== null) return { ...about, result: null };
  const onWritten = (row: string): boolean | Promise<boolean> => run === null || settle(run, pending, row);
  if (pending.kind === 'journal') return { ...about, result: await recordRow({ ...(await requestFrom(pending.run, cwd)), ...more }, { onWritten }) };
  const { request } = pending.kept;
  const wanted = { ...request, commit: request.commit === true || more.commit === true, push: request.push === true || more.push === true, addHistory: request.addHistory === true || more.addHistory === true };
  return { ...about, result: await recordKept({ ...pending.kept, request: wanted }, { onWritten }) };
}

/** Records in the journal that the row is written; `false` if that cannot be done now. */
async function settle({ id, folder, state }: StoredRun, pending: PendingRow, row: string): Promise<boolean> {
  const end = state.status === 'running' && pending.kind === 'kept' ? (pending.kept.end ?? null) : null;
  if (end === null && !state.rowDue && state.history?.status !== 'kept') return true;
  return closeBooks({ id, folder, end, row: { row, status: 'written' } }).then(
    () => true,
    () => false,
  );
}

/** The row of a run, made from its journal. */
async function requestFrom({ id, folder, state }: StoredRun, cwd: string): Promise<RecordRequest> {
  const path = state.started?.runbook ?? '';
  const target = state.started?.target ?? null;
  const facts = runFacts(readJournal(folder), { targetRow: {}, record: {}, report: id, now: new Date() });
  const prepared = await prepareRow(loadText(path, cwd), facts, { path, target });
  return {
    path,
    columns: prepared.columns,
    cells: prepared.row.cells.map(({ value }) => value),
    target,
    operator: facts.operator,
    runId: id,
    outcome: outcomeWord(facts.outcome?.status ?? 'aborted'),
    title: state.started?.title ?? null,
  };
}
