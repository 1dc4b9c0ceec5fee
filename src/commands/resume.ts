import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { relative, resolve } from 'node:path';
import { loadRunbook } from '../catalog/opening/index.ts';
import { ExitCode, type Io, isAgent, isMarkdownName, RunbookError } from '../model/index.ts';
import { runbookSettings } from '../settings/index.ts';
import { keptRunbookFile, stateFolder } from '../state/index.ts';
import { planOrThrow, planRequest } from './given/plan-request.ts';
import { warnOfOpenSecrets } from './given/given-values.ts';
import { applyLock, lockWishes, PASS_LOCK, refuseDifferent } from './locking/apply-lock.ts';
import { canAsk } from './asking/can-ask.ts';
import { writeRows } from './record.ts';
import type { StoredRun } from './resuming/find-run.ts';
import { openingHere, withRowOf } from './running/opening.ts';
import { walkInTerminal } from './running/walk-in-terminal.ts';
import { operatorOf, runningOptions, type RunningOptions } from './running/options.ts';
import { pendingRows } from './resuming/pending-rows.ts';
import { refuseUnattended } from './running/refuse.ts';
import { resumableRun } from './resuming/resumable.ts';
import { isPackedFile, takeOver } from './resuming/take-over.ts';
import { resumedRequest } from './resuming/resumed-request.ts';
import { changedSteps, damageOf, isElsewhere, refuseChanged, refuseDamaged, refuseInterruptedStep, refuseOpenMenu, refuseOtherHost } from './resuming/since-then.ts';
import { runUnattended } from './running/unattended.ts';
import { refuseWrongCells } from './given/wrong-cells.ts';
import { refuseCommit } from './given/refuse-commit.ts';
import type { CommandRun, ParsedArgs } from './command-line/parsed-args.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook resume [id or file]`: continues an interrupted run at its first unfinished step, or writes the row of one that has ended. */
export const run: CommandRun = async (args, io) => {
  const [name] = args.positionals;
  const taken = isPackedFile(name, io.cwd) ? takeOver(name, args.text('runbook'), io) : null;
  const wanted = taken === null && name !== undefined && isMarkdownName(name) ? { runbook: { path: resolve(io.cwd, name), shown: name } } : { id: taken?.id ?? name };
  const { run: stored, only } = await resumableRun(wanted, stateFolder(io.env));
  if (only === 'row') return writeDue(stored, args, io);
  const { state } = stored;
  const moved = args.text('runbook');
  const path = taken?.path ?? (moved === undefined ? (state.started?.runbook ?? '') : resolve(io.cwd, moved));
  if (!existsSync(path)) throw new RunbookError({ what: `cannot resume ${stored.id}`, why: `its runbook ${path} is gone`, advice: `say where it is with --runbook <path>, or put the run's own copy back: ${keptRunbookFile(stored.folder)}` });
  // Whoever resumes a run that an agent began, or that was handed over, does so in their own name.
  const before = taken !== null || stored.operator === null || isAgent(stored.operator) ? undefined : stored.operator;
  const given = runningOptions(args);
  const options: RunningOptions = withRowOf(state, { ...given, operator: args.text('operator') ?? before ?? (await operatorOf(args, io)) }, taken !== null);
  const shownPath = relative(io.cwd, path) || path;
  const runbook = await loadRunbook(shownPath, io);
  const lock = await applyLock(runbook, shownPath, lockWishes(args, false), io);
  const plan = planOrThrow(lock.runbook, { ...resumedRequest(state, runbook, planRequest(withSet(args), io)), ...lock.settled });
  warnOfOpenSecrets(plan, args, io);
  if (!options.force) refuseChanged(stored, plan, RUNBOOK_VERSION);
  if (options.history) {
    await refuseWrongCells(options.record, { text: runbook.source.text, path: shownPath, target: plan.target?.name ?? null });
    // What the first call asked for cannot be left out here: if it fails, the run says so at its end.
    await refuseCommit(given, { path, shown: shownPath });
  }
  const damage = damageOf(stored);
  const resume = { id: stored.id, folder: stored.folder, state, warnings: await changedSteps(stored, plan) };
  const open = openingHere({ plan, path, settings: await runbookSettings(path), standing: lock.standing, notes: [...(damage === null ? [] : [damage]), ...lock.notes], resume }, options, io);
  if (options.unattended) {
    refuseInterruptedStep(stored);
    refuseOpenMenu(stored, plan);
    if (!options.force) refuseDamaged(stored, damage);
    if (!options.force && taken === null) refuseOtherHost(stored);
    if (!args.flag('no-lock')) refuseDifferent(lock, shownPath, PASS_LOCK);
    refuseUnattended(plan, options, io.env);
    return runUnattended(open, options, io);
  }
  if (!canAsk(io)) throw new RunbookError({ what: 'cannot walk without a terminal', why: 'nobody could answer', advice: 'resume unattended with --yes' });
  if (!options.force && taken === null && isElsewhere(stored) && !(await askOtherHost(stored, io))) return ExitCode.stopped;
  return walkInTerminal(open, options, io);
};

/** Writes a row that is still missing, because the run was killed or the file could not be written. */
async function writeDue(stored: StoredRun, args: ParsedArgs, io: Io): Promise<ExitCode> {
  const code = await writeRows(await pendingRows(io.env, stored.id), args, io);
  if (stored.state.status === 'aborted') io.stderr.write(`runbook: run ${stored.id} was aborted\n  go on with it: runbook resume ${stored.id}\n`);
  return code;
}

async function askOtherHost({ host }: StoredRun, io: Io): Promise<boolean> {
  const { Prompter } = await import('../plain/index.ts');
  return (await new Prompter(io).choose(`This run began on ${host}, and this is ${hostname()}: go on with it here? y yes, Enter no > `, ['y', ''])) === 'y';
}

/** Of the choosing options, `resume` has only `--set`, `--set-file` and `--settle`; the rest is as it was. */
function withSet(args: ParsedArgs): ParsedArgs {
  return { ...args, flag: () => false, text: () => undefined, texts: (name) => (['set', 'set-file', 'settle'].includes(name) ? args.texts(name) : []) };
}
