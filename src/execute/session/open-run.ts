import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { foldAll } from '../../events/index.ts';
import { errorMessage, ExitCode, invalidPins, isAgent, isFar, isSystemError, RunbookError } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { forgetShellStates, Journal, JournalError, journalFile, keptRunbookFile, type Lock, type LockHolder, makeFolders, newRunFolder, pruneRuns, readJournal, runLock, sha256, takeLock } from '../../state/index.ts';
import { findProgram } from '../process/index.ts';
import { droppedFunctions, missingPrograms, missingWords } from '../shell/index.ts';
import { Session } from './session.ts';
import type { OpenRun } from './session-parts.ts';
import type { Clock, RunSession } from '../types.ts';

/** The machine's own time. */
const systemClock: Clock = { now: () => new Date(), monotonic: () => performance.now() };

/**
 * Opens a run: takes the lock that allows one run per runbook and target on a machine, and puts the journal and a copy of the runbook on disk before anything runs.
 * @throws RunbookError where another run holds the lock, or the journal cannot be written.
 */
export async function openRun(options: OpenRun): Promise<RunSession> {
  refuseUnreadPlace(options.plan);
  refuseWithoutBash(options);
  const locks = [await lockRun(options)];
  try {
    const clock = options.clock ?? systemClock;
    forgetShellStates(options.state, clock.now());
    const { id, folder } = options.resume ?? newRunFolder(options.state, clock.now());
    locks.push(await lockFolder(id, folder, options.operator));
    return begin(options, { id, folder, clock }, locks);
  } catch (error) {
    for (const lock of locks) await lock.release();
    if (error instanceof JournalError || isSystemError(error)) throw unwritable(options.state, error);
    throw error;
  }
}

/**
 * Refuses a runbook with an `on=` pin that cannot be understood, since the step would otherwise run on this machine.
 * @throws RunbookError for the first such pin.
 */
export function refuseUnreadPlace({ runbook }: Plan): void {
  const pin = invalidPins(runbook).find(({ message }) => message.startsWith('on='));
  if (pin !== undefined) throw new RunbookError({ what: 'unknown where a step is to run', why: pin.message, where: { path: runbook.path, at: pin.span.start }, advice: 'fix the pin; nothing was run' });
}

/** Refuses what has steps to run here where there is no bash: each would fail, and a row would say that it had. */
function refuseWithoutBash({ plan, env }: OpenRun): void {
  const runsHere = plan.steps.some(({ included, pieces }) => included && pieces.some(({ on, piece }) => piece.kind === 'command' && !isFar(on)));
  if (!runsHere || findProgram('bash', env['PATH'] ?? '') !== null) return;
  throw new RunbookError({ what: `cannot run ${plan.runbook.path}`, why: 'bash is not installed, or not on the PATH', advice: 'install bash: the commands of a runbook run in it' });
}

/** Locks the folder of a run: two processes must never write the same run, not even with `--force`. */
async function lockFolder(id: string, folder: string, operator: string): Promise<Lock> {
  const result = await takeLock(runLock(folder), { wait: 0, purpose: operator });
  if (result.status === 'locked') return result.lock;
  throw openElsewhere(id, folder, result.holder);
}

/** The error for a run that another process has open. */
export function openElsewhere(id: string, folder: string, holder: LockHolder | null): RunbookError {
  const here = holder === null || holder.host === hostname();
  const who = holder === null ? 'another process' : `process ${holder.pid} of ${holder.purpose}${here ? '' : ` on ${holder.host}`}`;
  const since = holder === null ? '' : ` since ${holder.since}`;
  // For a process of another machine (or before a change of the host name) nobody here can tell whether it is alive.
  const advice = here ? 'wait for that run to end' : `wait for that run to end; if it is no longer there, remove ${runLock(folder)}`;
  return new RunbookError({ what: `cannot resume ${id}`, why: `${who} has it open${since}`, advice });
}

function begin(options: OpenRun, { id, folder, clock }: { readonly id: string; readonly folder: string; readonly clock: Clock }, locks: readonly Lock[]): RunSession {
  const journal = new Journal(folder);
  const session = new Session({ ...options, id, folder, journal, locks, clock, earlier: options.resume === undefined ? [] : readJournal(folder) });
  // A copy of what was read, whatever happens to the file later. Secrets in the file are masked in it.
  if (options.resume === undefined) writeFileSync(keptRunbookFile(folder), session.mask(options.plan.runbook.source.text), { mode: 0o600 });
  if (options.listener !== undefined) session.subscribe(options.listener);
  const { path, operator, mode, version, plan } = options;
  session.begin({ runbook: path, operator, mode, version, pid: process.pid, host: hostname(), digest: sha256(plan.runbook.source.text), ...(options.row === undefined ? {} : { row: options.row }), ...(options.resume === undefined ? {} : { resumed: true }) });
  session.warn();
  for (const missing of missingPrograms(plan.steps, options.env)) session.note(missingWords(missing), 'warning');
  for (const { step, text } of options.resume?.warnings ?? []) session.note(text, 'warning', step);
  const dropped = droppedFunctions(options.env);
  if (dropped.length > 0) session.note(`steps run without the exported ${dropped.length === 1 ? 'function' : 'functions'} ${dropped.join(', ')}: the shell has words of that name`, 'warning');
  if (session.broken !== null) throw unwritable(options.state, new Error(session.broken));
  pruneRuns(options.state, clock.now(), isFinished);
  return session;
}

/** What else can be done where the target is taken. An agent runs beside nobody: that is a person's to decide. */
function beside(operator: string): string {
  return isAgent(operator) ? 'ask the person you work for: only a person can run beside it' : 'run beside it with --force';
}

/** Whether an agent has itself taken the target, with a run that it has not ended. */
function isOwn({ pid, host }: LockHolder, operator: string): boolean {
  return isAgent(operator) && pid === process.pid && host === hostname();
}

async function lockRun({ path, plan, state, force, operator }: OpenRun): Promise<Lock> {
  const name = sha256(`${path}\0${plan.target?.name ?? ''}`).slice(0, 24);
  const nowhere: Lock = { release: async () => undefined };
  try {
    makeFolders(join(state, 'locks'), 0o700);
    const result = await takeLock(join(state, 'locks', name), { wait: 0, purpose: operator });
    if (result.status === 'locked') return result.lock;
    if (force) return nowhere;
    const on = plan.target === null ? '' : ` on ${plan.target.name}`;
    const what = `cannot run ${plan.runbook.path}${on}`;
    const { holder } = result;
    if (holder === null) throw new RunbookError({ what, why: `its lock ${join(state, 'locks', name)} cannot be read`, advice: `${isAgent(operator) ? 'somebody has to remove it' : 'remove it'} if nobody runs this, or ${beside(operator)}` });
    throw new RunbookError({ what, why: `it is being run by ${holder.purpose} (process ${holder.pid}) since ${holder.since}`, advice: `${isOwn(holder, operator) ? 'reply to that run, or end it' : 'wait for that run to end'}, or ${beside(operator)}` });
  } catch (error) {
    if (isSystemError(error)) throw unwritable(state, error);
    throw error;
  }
}

function unwritable(state: string, error: unknown): RunbookError {
  const why = errorMessage(error);
  return new RunbookError({ what: `cannot keep a journal in ${state}`, why, advice: 'free space there, or name another folder with XDG_STATE_HOME; nothing was run', exitCode: ExitCode.usage, cause: error });
}

function isFinished(folder: string): boolean {
  try {
    return existsSync(journalFile(folder)) && foldAll('', readJournal(folder)).status !== 'running';
  } catch {
    return false;
  }
}
