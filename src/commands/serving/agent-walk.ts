import { existsSync } from 'node:fs';
import { loadRunbook } from '../../catalog/opening/index.ts';
import type { AgentRequest, AgentWalk } from '../../mcp/index.ts';
import { type Io, isAgent, RunbookError, type Runbook } from '../../model/index.ts';
import { EMPTY_REQUEST, type Plan, type PlanRequest } from '../../plan/index.ts';
import { runbookSettings, type Settings } from '../../settings/index.ts';
import { stateFolder } from '../../state/index.ts';
import type { WalkOptions } from '../../walk/index.ts';
import { planOrThrow } from '../given/plan-request.ts';
import { applyLock, type AppliedLock, refuseDifferent } from '../locking/apply-lock.ts';
import { type Opening, thisMachine, walkOptions } from '../running/machine.ts';
import { openingHere } from '../running/opening.ts';
import { runMessages } from '../running/messages.ts';
import type { RunningOptions } from '../running/options.ts';
import { refuseMisunderstood } from '../running/refuse.ts';
import { resumableRun } from '../resuming/resumable.ts';
import { resumedRequest } from '../resuming/resumed-request.ts';
import { changedSteps, refuseChanged, refuseOtherHost } from '../resuming/since-then.ts';
import { refuseUnreviewed } from './reviewed.ts';

declare const RUNBOOK_VERSION: string;

/** Run options that an agent cannot choose. */
const HOW: Omit<RunningOptions, 'operator'> = { unattended: false, allowDestructive: false, format: 'text', tui: false, followForMs: 0, timeoutMs: null, history: true, record: {}, force: false, commit: false, push: false, addHistory: false };

/**
 * Begins a walk for an agent.
 * @throws RunbookError where what it is to run was not reviewed, or the request is wrong.
 */
export async function beginAgentWalk(path: string, name: string, { target, values, readOnly }: AgentRequest, { operator, queue }: { readonly operator: string; readonly queue: string | null }, io: Io): Promise<AgentWalk> {
  const runbook = await loadRunbook(name, io);
  const { lock, settings } = await reviewedLock(runbook, path, io);
  const plan = planOrThrow(runbook, asked({ ...EMPTY_REQUEST, values, ...(target === undefined ? {} : { target }), ...(readOnly ? { readOnly } : {}) }, lock, io));
  refuseOpenTarget(plan);
  return queue === null ? walkFor({ plan, path, lock, settings, operator }, io) : engineWalkFor({ plan, path, lock, settings, operator }, queue, io);
}

/** Only this loads the engine's code. */
async function engineWalkFor(walk: AgentsOwn, queue: string, io: Io): Promise<AgentWalk> {
  const { engineOpening, planForEngine } = await import('../running/engine.ts');
  const plan = planForEngine(walk.plan);
  const { engine } = await engineOpening(openingOf({ ...walk, plan }, io), { ...HOW, operator: walk.operator }, { queue, io });
  const options = await walkFor({ ...walk, plan }, io);
  return engine === undefined ? options : { ...options, engine: { walk: engine.walk(), close: () => engine.close() } };
}

/**
 * Continues a run that an agent began and that was left.
 * @throws RunbookError where it is not an agent's, somebody has it open, or what it is to run has changed.
 */
export async function resumeAgentWalk(id: string, name: string, { values, readOnly }: Pick<AgentRequest, 'values' | 'readOnly'>, io: Io): Promise<WalkOptions> {
  const { run: stored, only } = await resumableRun({ id }, stateFolder(io.env));
  const { started } = stored.state;
  if (started === null || !isAgent(started.operator)) throw new RunbookError({ what: `an agent may not go on with ${id}`, why: `${started?.operator ?? 'a person'} began it`, advice: `a person goes on with it: runbook resume ${id}` });
  const path = started.runbook;
  if (only === 'row') throw new RunbookError({ what: `${id} has ended`, why: 'its history row is still to be written', advice: `a person writes it: runbook resume ${id}` });
  if (!existsSync(path)) throw new RunbookError({ what: `cannot resume ${id}`, why: `its runbook ${path} is gone`, advice: 'put it back' });
  refuseOtherHost(stored, 'agent');
  const runbook = await loadRunbook(name, io);
  const { lock, settings } = await reviewedLock(runbook, path, io);
  const before = resumedRequest(stored.state, runbook, { ...EMPTY_REQUEST, values });
  const plan = planOrThrow(runbook, asked({ ...before, ...(readOnly ? { readOnly } : {}) }, lock, io));
  refuseChanged(stored, plan, RUNBOOK_VERSION, 'agent');
  const resume = { id: stored.id, folder: stored.folder, state: stored.state, warnings: await changedSteps(stored, plan) };
  return walkFor({ plan, path, lock, settings, operator: started.operator, resume }, io);
}

async function reviewedLock(runbook: Runbook, path: string, io: Io): Promise<{ readonly lock: AppliedLock; readonly settings: Settings }> {
  const settings = await runbookSettings(path);
  const lock = await applyLock(runbook, runbook.path, { demanded: settings.locked, byOption: false, passedOver: false }, io);
  await refuseUnreviewed(runbook, path, lock.standing);
  refuseDifferent(lock, runbook.path);
  refuseMisunderstood(runbook);
  return { lock, settings };
}

/** For an agent, pins in the file settle no doubt; only the team's lock does. */
function asked(request: PlanRequest, { settled }: AppliedLock, io: Io): PlanRequest {
  return { ...request, environment: io.env, pinsSettle: false, ...settled };
}

/** The target must be known before the run begins, since the run's lock is for one target. */
function refuseOpenTarget({ questions }: Plan): void {
  const open = questions.find((question) => question.kind === 'target');
  if (open?.kind === 'target') throw new RunbookError({ what: 'no target is chosen', why: `it could be ${open.choices.join(', ')}`, advice: 'give one as target' });
}

/** The parts of an agent's walk. */
type AgentsOwn = { readonly plan: Plan; readonly path: string; readonly lock: AppliedLock; readonly operator: string } & Pick<Opening, 'resume' | 'settings'>;

function openingOf({ lock, operator, ...what }: AgentsOwn, io: Io): Opening {
  return openingHere({ ...what, standing: lock.standing, notes: lock.notes }, { ...HOW, operator }, io);
}

async function walkFor(walk: AgentsOwn, io: Io): Promise<WalkOptions> {
  const open = openingOf(walk, io);
  return walkOptions(open, thisMachine(open, { ...HOW, operator: walk.operator }, { mode: 'walk', terminal: null, messages: await runMessages(io.env) }));
}
