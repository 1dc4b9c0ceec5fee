import { mkdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { loadRunbook } from '../catalog/opening/index.ts';
import { callerSurface, type Exported, githubWorkflow, gitlabPipeline, type Surface } from '../export/index.ts';
import { ExitCode, type Io, isFar, isGlob, listFirst, placeWords, type Runbook, RunbookError } from '../model/index.ts';
import { EMPTY_REQUEST, type PlanRequest, targetChoices } from '../plan/index.ts';
import { runbookSettings } from '../settings/index.ts';
import { repositoryAround } from '../state/index.ts';
import { planError, settlement } from './given/plan-request.ts';
import type { CommandRun, ParsedArgs } from './command-line/parsed-args.ts';
import { exportOptions, exportCall } from './exporting/options.ts';
import { drillTargets } from './exporting/drill-targets.ts';
import { applyLock, type AppliedLock, NO_WISHES, refuseDifferent } from './locking/apply-lock.ts';
import { errorText } from './telling/error-text.ts';
import { refuseOpen } from './running/refuse.ts';
import { wrongChoice } from './given/wrong-choice.ts';
import { writePage } from './telling/write-page.ts';

declare const RUNBOOK_VERSION: string;

const FORGES: Readonly<Record<string, (exported: Exported) => string>> = { github: githubWorkflow, gitlab: gitlabPipeline };

/** `runbook export <forge> <file>`: a workflow that runs the runbook there. */
export const run: CommandRun = async (args, io) => {
  const [forge = '', file = ''] = args.positionals;
  const write = Object.hasOwn(FORGES, forge) ? FORGES[forge] : undefined;
  if (write === undefined) throw wrongChoice('export', forge, Object.keys(FORGES), 'runbook export --help tells more');
  const options = exportOptions(args);
  const lock = await applyLock(await loadRunbook(file, io), file, NO_WISHES, io);
  refuseDifferent(lock, file);
  const { runbook } = lock;
  const targets = wantedTargets(runbook, args);
  const surface = surfaceOf(lock, targets, `runbook lock ${file} `, { ...EMPTY_REQUEST, ...lock.settled, skip: options.skip, settle: options.settle.map(settlement) });
  refuseWhatWaits(surface, options.allowDestructive, `runbook lock ${file} `);
  // If nothing depends on the target there is one job and nothing to choose.
  const acted = surface.plans.some(({ needsTarget }) => needsTarget) ? targets : [];
  if (acted.length > 0 && options.environment !== null) throw new RunbookError({ what: `--environment ${options.environment}`, why: 'each target has the environment of its name', advice: 'leave it out' });
  const path = resolve(io.cwd, file);
  const { production } = await runbookSettings(path);
  const { cron, ...rest } = options;
  const drill = cron === null ? null : { cron, targets: drillTargets(runbook, acted, args.texts('drill'), production) };
  const exported: Exported = { ...rest, drill, file: relative(repositoryAround(dirname(path)) ?? io.cwd, path), title: runbook.title?.value ?? file, package: `runbook@${RUNBOOK_VERSION}`, call: exportCall(args), targets: acted, surface };
  const text = write(exported);
  const output = args.text('output');
  // For the first workflow of a repository the folder does not exist yet.
  if (output !== undefined) mkdirSync(dirname(resolve(io.cwd, output)), { recursive: true });
  writePage([text], output, io);
  warnOfPlaces(surface, io);
  if (lock.standing.kind === 'not-locked') io.stderr.write(errorText({ what: `warning: ${file} is not locked`, why: 'the workflow runs with --locked, and refuses it until it is', advice: `review it and run runbook lock ${file}` }));
  return ExitCode.done;
};

/** Warns that a job reaches other machines only with its own credentials, since nobody is there to type a password. */
function warnOfPlaces({ plans }: Surface, io: Pick<Io, 'stderr'>): void {
  const places = new Set(plans.flatMap(({ steps }) => steps.filter(({ included }) => included).flatMap(({ pieces }) => pieces.flatMap(({ on }) => (isFar(on) ? [placeWords(on)] : [])))));
  if (places.size === 0) return;
  io.stderr.write(errorText({ what: `warning: steps run on ${listFirst([...places], 5)}`, why: 'the jobs have to reach them', advice: 'see that they have ssh, kubectl or docker with access: keys and known hosts, a kubeconfig' }));
}

/**
 * The targets to offer: the named ones, else all except globs.
 * @throws RunbookError where the runbook has patterns alone.
 */
function wantedTargets(runbook: Runbook, args: ParsedArgs): readonly string[] {
  const named = [...new Set(args.texts('target'))];
  if (named.length > 0) return named;
  const names = targetChoices(runbook);
  const plain = names.filter((name) => !isGlob(name));
  if (plain.length === 0 && names.length > 0) throw new RunbookError({ what: `${runbook.path} names no target`, why: `it has only patterns: ${names.join(', ')}`, advice: 'name the targets with --target' });
  return plain;
}

function surfaceOf({ runbook }: AppliedLock, targets: readonly string[], lockCall: string, request: PlanRequest): Surface {
  const surface = callerSurface(runbook, targets, request);
  const [problem] = surface.problems;
  // What is open for one target or choice only is not settled for all of them.
  if (problem?.kind === 'settle') throw planError(runbook, { ...problem, advice: `${problem.advice}; ${lockCall}--settle settles for each target and choice` });
  if (problem !== undefined) throw planError(runbook, problem);
  return surface;
}

/**
 * Nobody can answer questions in a forge's job, so anything open is refused now; the doubts of all targets are listed together.
 * The lock settles them, since it does so for every target and choice, and the job runs with it.
 */
function refuseWhatWaits({ plans }: Surface, allowDestructive: boolean, lockCall: string): void {
  const [first] = plans;
  if (first === undefined) return;
  const doubts = new Map(plans.flatMap(({ questions }) => questions.flatMap((question) => (question.kind === 'doubt' ? [[question.name, question] as const] : []))));
  refuseOpen({ ...first, questions: [...doubts.values()] }, { allowDestructive, settleBy: lockCall });
  for (const plan of plans) refuseOpen({ ...plan, questions: [] }, { allowDestructive });
}
