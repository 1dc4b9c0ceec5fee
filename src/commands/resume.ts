import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { relative, resolve } from 'node:path';
import { loadRunbook } from '../catalog/index.ts';
import { ExitCode, isAgent, RunbookError } from '../model/index.ts';
import type { Io } from '../model/index.ts';
import { runbookSettings } from '../settings/index.ts';
import { stateFolder } from '../state/index.ts';
import { planOrThrow, planRequest } from './given/choose.ts';
import { warnOfOpenSecrets } from './given/given-values.ts';
import { applyLock, lockWishes, refuseDifferent } from './locking/apply-lock.ts';
import { tell } from './record.ts';
import type { StoredRun } from './running/find-run.ts';
import type { Opening } from './running/machine.ts';
import { operatorOf, runningOptions, wantsFullScreen } from './running/options.ts';
import type { RunningOptions } from './running/options.ts';
import { pendingRows, writePendingRow } from './running/pending-rows.ts';
import { refuseUnattended } from './running/refuse.ts';
import { resumableRun } from './running/resumable.ts';
import { isPackedFile, takeOver } from './running/take-over.ts';
import { resumedRequest } from './running/resumed-request.ts';
import { changedSteps, isElsewhere, refuseChanged, refuseInterruptedStep, refuseOtherHost } from './running/since-then.ts';
import { runUnattended } from './running/unattended.ts';
import { refuseUnknownColumns } from './given/unknown-column.ts';
import type { ParsedArgs } from './command-line/parsed-args.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook resume [id or file]`: continues an interrupted run at its first unfinished step, or writes the row of one that has ended. */
export async function run(args: ParsedArgs, io: Io): Promise<ExitCode> {
  const [given] = args.positionals;
  const taken = isPackedFile(given) ? takeOver(given, args.text('runbook'), io) : null;
  const { run: stored, only } = await resumableRun(taken?.id ?? given, stateFolder(io.env));
  if (only === 'row') return writeRows(stored, args, io);
  const { state } = stored;
  const moved = args.text('runbook');
  const path = taken?.path ?? (moved === undefined ? (state.started?.runbook ?? '') : resolve(io.cwd, moved));
  if (!existsSync(path)) throw new RunbookError({ what: `cannot resume ${stored.id}`, why: `its runbook ${path} is gone`, advice: `say where it is with --runbook <path>, or put the run's own copy back: ${stored.folder}/runbook.md` });
  // Whoever resumes a run that an agent began, or that was handed over, does so in their own name.
  const before = taken !== null || stored.operator === null || isAgent(stored.operator) ? undefined : stored.operator;
  const options: RunningOptions = { ...runningOptions(args), operator: args.text('operator') ?? before ?? (await operatorOf(args, io)) };
  const runbook = loadRunbook(relative(io.cwd, path) || path, io.cwd);
  const shownPath = relative(io.cwd, path) || path;
  const lock = await applyLock(runbook, shownPath, lockWishes(args, false), io);
  const plan = planOrThrow(lock.runbook, { ...resumedRequest(state, runbook, planRequest(withSet(args), io)), ...lock.settled });
  warnOfOpenSecrets(plan, args, io);
  if (!options.force) refuseChanged(stored, plan, path);
  if (options.history) await refuseUnknownColumns(options.record, { text: runbook.source.text, path: shownPath, target: plan.target?.name ?? null });
  const open: Opening = {
    plan,
    path,
    settings: await runbookSettings(path),
    operator: options.operator,
    timeoutMs: options.timeoutMs,
    force: options.force,
    version: RUNBOOK_VERSION,
    state: stateFolder(io.env),
    cwd: io.cwd,
    env: io.env,
    standing: lock.standing,
    notes: lock.notes,
    resume: { id: stored.id, folder: stored.folder, state, warnings: changedSteps(stored, plan, path) },
  };
  if (options.unattended) {
    refuseInterruptedStep(stored);
    if (!options.force && taken === null) refuseOtherHost(stored);
    if (!args.flag('no-lock')) refuseDifferent(lock, shownPath);
    refuseUnattended(plan, options, io.env);
    return runUnattended(open, options, io);
  }
  if (!io.stdin.isTTY || !io.stdout.isTTY) throw new RunbookError({ what: 'cannot walk without a terminal', why: 'nobody could answer', advice: 'resume unattended with --yes' });
  if (!options.force && taken === null && isElsewhere(stored) && !(await askOtherHost(stored, io))) return ExitCode.stopped;
  if (wantsFullScreen(options, io)) {
    const { fullScreenWalk } = await import('./running/full-screen.ts');
    return fullScreenWalk(open, options, io);
  }
  const { walkInLines } = await import('./running/plain.ts');
  return walkInLines(open, options, io);
}

/** Writes a row that is still missing, because the run was killed or the file could not be written. */
async function writeRows(stored: StoredRun, args: ParsedArgs, io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.done;
  for (const row of await pendingRows(io.env, stored.id)) {
    const { path, result } = await writePendingRow(row, io.cwd, { commit: args.flag('commit'), push: args.flag('push'), addHistory: args.flag('add-history') });
    if (result !== null && tell(result, path, io) !== ExitCode.done) code = ExitCode.historyKept;
  }
  if (stored.state.status === 'aborted') io.stderr.write(`runbook: run ${stored.id} was aborted\n  go on with it: runbook resume ${stored.id}\n`);
  return code;
}

async function askOtherHost({ host }: StoredRun, io: Io): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: io.stdin, output: io.stdout });
  const closed = new Promise<string>((done) => lines.once('close', () => done('')));
  try {
    return /^y(?:es)?$/i.test((await Promise.race([lines.question(`This run began on ${host}, and this is ${hostname()}: go on with it here? y yes, Enter no > `), closed])).trim());
  } finally {
    lines.close();
  }
}

/** Of the choosing options, `resume` has only `--set`, `--set-file` and `--settle`; the rest is as it was. */
function withSet(args: ParsedArgs): ParsedArgs {
  return { ...args, flag: () => false, text: () => undefined, texts: (name) => (['set', 'set-file', 'settle'].includes(name) ? args.texts(name) : []) };
}
