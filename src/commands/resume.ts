import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { loadRunbook } from '../catalog/index.ts';
import { isSettled } from '../events/index.ts';
import type { RunState } from '../events/index.ts';
import { digestOf, groupAlive, openElsewhere, runnable } from '../execute/index.ts';
import { ExitCode, RunbookError } from '../model/index.ts';
import type { Io } from '../model/index.ts';
import type { Plan, PlanRequest } from '../plan/index.ts';
import { lastProcessGroup, livingHolder, runLock, stateFolder } from '../state/index.ts';
import { planOrThrow, planRequest } from './choose.ts';
import { warnOfOpenSecrets } from './given-values.ts';
import { findRun, storedRuns } from './running/find-run.ts';
import type { StoredRun } from './running/find-run.ts';
import type { Opening } from './running/machine.ts';
import { operatorOf, runningOptions, wantsFullScreen } from './running/options.ts';
import type { RunningOptions } from './running/options.ts';
import { refuseUnattended } from './running/refuse.ts';
import { runUnattended } from './running/unattended.ts';
import type { ParsedArgs } from './command-line/parsed-args.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook resume [id]`: go on with an interrupted run at its first unfinished step. */
export async function run(args: ParsedArgs, io: Io): Promise<ExitCode> {
  const stored = await interruptedRun(args.positionals[0], stateFolder(io.env));
  const { state } = stored;
  const path = state.started?.runbook ?? '';
  if (!existsSync(path)) throw new RunbookError({ what: `cannot resume ${stored.id}`, why: `its runbook ${path} is gone`, advice: `the run's own copy is ${stored.folder}/runbook.md: put it back` });
  const options: RunningOptions = { ...runningOptions(args), operator: args.text('operator') ?? state.started?.operator ?? (await operatorOf(args, io)) };
  const runbook = loadRunbook(relative(io.cwd, path) || path, io.cwd);
  const plan = planOrThrow(runbook, requestOf(stored, planRequest(withSet(args), io)));
  warnOfOpenSecrets(plan, args, io);
  if (!options.force) refuseChanged(stored, plan, path);
  const open: Opening = {
    plan,
    path,
    operator: options.operator,
    timeoutMs: options.timeoutMs,
    force: options.force,
    version: RUNBOOK_VERSION,
    state: stateFolder(io.env),
    cwd: io.cwd,
    env: io.env,
    resume: { id: stored.id, folder: stored.folder, state },
  };
  if (options.unattended) {
    refuseInterruptedStep(stored);
    refuseUnattended(plan, options, io.env);
    return runUnattended(open, options, io);
  }
  if (!io.stdin.isTTY || !io.stdout.isTTY) throw new RunbookError({ what: 'cannot walk without a terminal', why: 'nobody could answer', advice: 'resume unattended with --yes' });
  if (wantsFullScreen(options, io)) {
    const { fullScreenWalk } = await import('./running/full-screen.ts');
    return fullScreenWalk(open, options, io);
  }
  const { walkInLines } = await import('./running/plain.ts');
  return walkInLines(open, options, io);
}

/** `resume` has only `--set`, `--set-file` and `--settle` of the choosing options: the rest is as it was. */
function withSet(args: ParsedArgs): ParsedArgs {
  return { ...args, text: () => undefined, texts: (name) => (['set', 'set-file', 'settle'].includes(name) ? args.texts(name) : []) };
}

/** One that nobody ended, or that a signal or its operator ended early. */
function isResumable({ state }: StoredRun): boolean {
  return state.status === 'running' || state.status === 'aborted';
}

async function interruptedRun(id: string | undefined, folder: string): Promise<StoredRun> {
  const found = id === undefined ? storedRuns(folder).find(isResumable) : findRun(folder, id);
  if (found === undefined) throw new RunbookError({ what: 'nothing to resume', why: 'every run on this machine is finished', advice: 'runbook runs lists them' });
  if (!isResumable(found)) throw new RunbookError({ what: `cannot resume ${found.id}`, why: `it is finished: ${found.state.status}`, advice: `runbook runs show ${found.id} tells how it went` });
  const holder = await livingHolder(runLock(found.folder));
  if (holder !== null) throw openElsewhere(found.id, found.folder, holder);
  const group = lastProcessGroup(found.folder);
  if (group !== null && groupAlive(group)) throw new RunbookError({ what: `cannot resume ${found.id}`, why: `its last command still runs as process group ${group}`, advice: `wait for it to end, or end it: kill -- -${group}` });
  return found;
}

/** The same target, sections, steps and values as before; `--set` and `--settle` add to it. */
function requestOf({ state }: StoredRun, given: PlanRequest): PlanRequest {
  const stored = Object.entries(state.parameters).filter(([, { secret, source }]) => !secret && source !== 'target' && source !== 'environment');
  const target = state.started?.target;
  return {
    values: { ...Object.fromEntries(stored.map(([name, { value }]) => [name, value])), ...given.values },
    sections: state.sections,
    declined: state.declined,
    ...(given.settle === undefined ? {} : { settle: given.settle }),
    ...chosenSteps(state),
    environment: given.environment,
    ...(target == null ? {} : { target }),
  };
}

/** A journal of an older version names the steps alone. */
function chosenSteps({ started }: RunState): Pick<PlanRequest, 'from' | 'only' | 'skip'> {
  const { choosing } = started ?? {};
  if (choosing === undefined) return { only: started?.steps ?? [], skip: [] };
  return { only: choosing.only, skip: choosing.skip, ...(choosing.from === null ? {} : { from: choosing.from }) };
}

/** A step that already ran must still say what it said then. */
function refuseChanged({ id, state }: StoredRun, plan: Plan, path: string): void {
  if (state.started?.digest === digestOf(path)) return;
  for (const [stepId, ran] of Object.entries(state.steps)) {
    const planned = plan.steps.find(({ step }) => step.id === stepId);
    for (const piece of Object.values(ran.pieces).filter((each) => each.attempt > 0 && each.code !== '')) {
      const now = planned?.pieces[piece.index];
      const code = planned?.step.kind === 'command' && now !== undefined ? runnable(planned.step, now) : null;
      if (code === (piece.original ?? piece.code)) continue;
      throw new RunbookError({ what: `cannot resume ${id}`, why: `step ${stepId} already ran and has changed in the runbook since`, advice: 'begin anew with runbook run, or go on all the same with --force' });
    }
  }
}

/** Nobody knows how far a step came whose process died: only a person may say that it runs again. */
function refuseInterruptedStep({ id, state }: StoredRun): void {
  const open = Object.values(state.steps).find(({ pieces }) => Object.values(pieces).some((piece) => piece.status === 'running' && !isSettled(piece)));
  if (open === undefined) return;
  throw new RunbookError({ what: `cannot resume ${id} unattended`, why: `step ${open.id} ("${open.title}") was interrupted and nobody knows how far it came`, advice: 'resume it in a terminal, which asks whether it runs again' });
}
