import { existsSync } from 'node:fs';
import { isInterrupted } from '../../events/index.ts';
import { groupAlive, openElsewhere } from '../../execute/index.ts';
import { keptRows } from '../../history/index.ts';
import { RunbookError, visibleProse } from '../../model/index.ts';
import { lastProcessGroup, livingHolder, realPath, runLock } from '../../state/index.ts';
import { findRun, storedRuns, type StoredRun } from './find-run.ts';

/** A run to resume, or one that has ended and whose row is still to be written. */
interface Resumable {
  readonly run: StoredRun;
  readonly only: 'row' | null;
}

/** Which run is meant: one by its id, the only unfinished one of a runbook (an absolute path, and how the operator wrote it), or the only one there is. */
interface Wanted {
  readonly id?: string | undefined;
  readonly runbook?: { readonly path: string; readonly shown: string } | undefined;
}

/**
 * The run that is meant; if there are several, none is chosen automatically.
 * @throws RunbookError where there is none, or a process still has it open.
 */
export async function resumableRun({ id, runbook }: Wanted, folder: string): Promise<Resumable> {
  const run = id === undefined ? await onlyOne(folder, runbook) : findRun(folder, id);
  refuseHandedOver(run);
  const holder = await livingHolder(runLock(run.folder));
  if (holder !== null) throw openElsewhere(run.id, run.folder, holder);
  const group = lastProcessGroup(run.folder);
  const unfinished = run.state.status === 'running' || run.state.status === 'aborted';
  if (unfinished && group !== null && groupAlive(group)) throw new RunbookError({ what: `cannot resume ${run.id}`, why: `its last command still runs as process group ${group}`, advice: `wait for it to end, or end it: kill -- -${group}` });
  if (run.state.rowDue || (!unfinished && (await keepsRow(run)))) return { run, only: 'row' };
  if (!unfinished) throw new RunbookError({ what: `cannot resume ${run.id}`, why: `it is finished: ${run.state.status}`, advice: `runbook runs show ${run.id} tells how it went` });
  return { run, only: null };
}

function refuseHandedOver({ id, handedOver }: StoredRun): void {
  if (handedOver !== null) throw new RunbookError({ what: `cannot resume ${id}`, why: `it was handed over ${handedOver}`, advice: 'it goes on where its file is resumed: runbook resume <file>' });
}

/** Whether a run was interrupted, by a signal or a crash. A run that its operator ended can only be resumed by its id. */
export function isUnfinished({ state, handedOver }: StoredRun): boolean {
  if (handedOver !== null) return false;
  if (state.status === 'running' || state.rowDue) return true;
  if (state.status !== 'aborted') return false;
  return state.reason.startsWith('stopped by SIG') || Object.values(state.steps).some(({ pieces }) => Object.values(pieces).some(isInterrupted));
}

async function onlyOne(folder: string, runbook: Wanted['runbook']): Promise<StoredRun> {
  const all = storedRuns(folder);
  const file = runbook === undefined ? null : realPath(runbook.path);
  const runs = file === null ? all : all.filter(({ state }) => realPath(state.started?.runbook ?? '') === file);
  const [only, ...more] = runs.filter(isUnfinished);
  const where = `${runbook === undefined ? '' : `of ${runbook.shown} `}on this machine`;
  if (runs.length === 0) throw new RunbookError({ what: 'nothing to resume', why: `there are no runs ${where}`, advice: `${runbook === undefined ? '' : ifMoved(all, runbook.shown)}runbook run ${runbook?.shown ?? '<file>'} begins one` });
  if (only === undefined) throw nothingToResume(runs, where);
  if (more.length === 0) return only;
  const described = await Promise.all([only, ...more].map(describe));
  throw new RunbookError({ what: 'cannot choose a run', why: `${described.length} are not finished`, details: described, advice: 'say which: runbook resume <id>' });
}

/** What to do where the file is one that was moved since an interrupted run of it: to begin anew would do again what is done. */
function ifMoved(runs: readonly StoredRun[], shown: string): string {
  const moved = runs.find((run) => isUnfinished(run) && !existsSync(run.state.started?.runbook ?? ''));
  return moved === undefined ? '' : `if it was ${moved.state.started?.runbook ?? ''} before, runbook resume ${moved.id} --runbook ${shown} goes on; else `;
}

/** No run was interrupted; one that its operator ended is named, since it goes on by its id. */
function nothingToResume(runs: readonly StoredRun[], where: string): RunbookError {
  const ended = runs.find(({ state, handedOver }) => state.status === 'aborted' && handedOver === null);
  if (ended === undefined) return new RunbookError({ what: 'nothing to resume', why: `every run ${where} is finished`, advice: 'runbook runs lists them' });
  return new RunbookError({ what: 'nothing to resume', why: `no run ${where} was interrupted`, advice: `the last that its operator ended goes on with runbook resume ${ended.id}` });
}

async function describe({ id, folder, state }: StoredRun): Promise<string> {
  const target = state.started?.target ?? null;
  const what = `${state.started?.title ?? state.started?.runbook ?? ''}${target === null ? '' : ` on ${target}`}`;
  const isOpen = (await livingHolder(runLock(folder))) !== null;
  return `${id}  ${visibleProse(what)}: ${isOpen ? 'running' : howLeft(state)}`;
}

function howLeft({ rowDue, status, reason }: StoredRun['state']): string {
  if (rowDue) return 'its row is not written';
  return status === 'aborted' ? reason : 'interrupted';
}

async function keepsRow({ id }: StoredRun): Promise<boolean> {
  return (await keptRows()).some(({ request }) => request.runId === id);
}
