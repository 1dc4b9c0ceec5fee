import { resolve } from 'node:path';
import { loadRunbook } from '../catalog/opening/index.ts';
import { ExitCode, type Io, RunbookError } from '../model/index.ts';
import type { Plan } from '../plan/index.ts';
import { planText } from '../print/index.ts';
import { runbookSettings } from '../settings/index.ts';
import { planOrThrow, planRequest } from './given/plan-request.ts';
import { wantsColour } from './telling/colour.ts';
import { warnOfOpenSecrets } from './given/given-values.ts';
import { applyLock, lockWishes, PASS_LOCK, refuseDifferent } from './locking/apply-lock.ts';
import { engineQueue, operatorOf, runningOptions, type RunningOptions } from './running/options.ts';
import { canAsk } from './asking/can-ask.ts';
import type { Opening } from './running/machine.ts';
import { openingHere } from './running/opening.ts';
import { walkInTerminal } from './running/walk-in-terminal.ts';
import { refuseWrongCells } from './given/wrong-cells.ts';
import { refuseCommit } from './given/refuse-commit.ts';
import type { CommandRun, ParsedArgs } from './command-line/parsed-args.ts';

/** `runbook run <file>`: walks through a runbook, or runs it unattended. */
export const run: CommandRun = async (args, io) => {
  const given = runningOptions(args);
  const file = args.positionals[0] ?? (await picked(args, io));
  if (file === null) return ExitCode.stopped;
  // Asks git while the runbook is being read; a dry run needs no name.
  const operator = args.flag('dry-run') ? null : operatorOf(args, io);
  const runbook = await loadRunbook(file, io);
  const path = resolve(io.cwd, file);
  const settings = await runbookSettings(path);
  const lock = await applyLock(runbook, file, lockWishes(args, settings.locked), io);
  const queue = engineQueue(args);
  const request = { ...planRequest(args, io), ...lock.settled };
  // Values that only a worker's environment has are not open questions here.
  const plan = queue === null ? planOrThrow(lock.runbook, request) : (await import('./running/engine.ts')).planForEngine(planOrThrow(lock.runbook, request));
  warnOfOpenSecrets(plan, args, io);
  if (args.flag('dry-run')) {
    io.stdout.write(planText(plan, { dryRun: true, standing: lock.standing, colour: wantsColour(io.stdout, io.env), ...(io.stdout.columns === undefined ? {} : { width: io.stdout.columns }) }));
    return ExitCode.done;
  }
  refuseWithoutSteps(plan);
  const options: RunningOptions = { ...given, operator: (await operator) ?? '' };
  if (given.history) {
    await refuseWrongCells(given.record, { text: runbook.source.text, path: file, target: plan.target?.name ?? null });
    await refuseCommit(given, { path, shown: file });
  }
  const here = openingHere({ plan, path, settings, standing: lock.standing, notes: [...lock.notes, ...leftOut(plan)] }, options, io);
  const open = queue === null ? here : await (await import('./running/engine.ts')).engineOpening(here, options, { queue, io });
  try {
    if (!options.unattended) return await walk(open, options, io);
    if (!args.flag('no-lock')) refuseDifferent(lock, file, PASS_LOCK);
    return await unattended(open, options, io);
  } finally {
    await open.engine?.close();
  }
};

/** A dry run does not load the code that runs steps. */
async function unattended(open: Opening, options: RunningOptions, io: Io): Promise<ExitCode> {
  const { refuseOpen, refuseUnattended } = await import('./running/refuse.ts');
  // With an engine, only the worker knows what is installed.
  if (open.engine === undefined) refuseUnattended(open.plan, options, io.env);
  else refuseOpen(open.plan, options);
  const { runUnattended } = await import('./running/unattended.ts');
  return runUnattended(open, options, io);
}

/** A bare `runbook run` asks which runbook is meant, if somebody can answer. */
async function picked(args: ParsedArgs, io: Io): Promise<string | null> {
  if (args.flag('yes') || !canAsk(io)) throw new RunbookError({ what: 'run needs <file>', advice: 'runbook list shows the runbooks below this folder, runbook find searches them' });
  const { pickRunbook } = await import('./asking/pick-runbook.ts');
  return pickRunbook(io);
}

function refuseWithoutSteps(plan: Plan): void {
  const { runbook, steps } = plan;
  if (steps.length === 0) throw new RunbookError({ what: `${runbook.path} has no steps`, why: 'no shell block, no check table and no numbered list was found in it', advice: 'runbook init writes one to begin with' });
  // As long as a choice is open, steps may still come into the plan.
  if (plan.questions.length === 0 && !steps.some(({ included }) => included)) throw new RunbookError({ what: `nothing in ${runbook.path} would run`, why: 'every step is left out', advice: `runbook show ${runbook.path} says why` });
}

async function walk(open: Opening, options: RunningOptions, io: Io): Promise<ExitCode> {
  if (!canAsk(io)) throw new RunbookError({ what: 'cannot walk without a terminal', why: 'nobody could answer', advice: 'run unattended with --yes, or look at the plan with --dry-run' });
  return walkInTerminal(open, options, io);
}

/** The steps that `--read-only` leaves out. */
function leftOut({ steps, request }: Plan): readonly string[] {
  const mark = 'left out by --read-only: ';
  const out = request.readOnly === true ? steps.filter(({ included, reason }) => !included && reason.startsWith(mark)) : [];
  return out.length === 0 ? [] : [`${mark}${out.map(({ step, reason }) => `${step.id} ${reason.slice(mark.length)}`).join('; ')}`];
}
