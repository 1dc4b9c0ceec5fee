import { dirname, relative } from 'node:path';
import { refuseUnreadPlace } from '../../execute/index.ts';
import { RunbookError, type Io } from '../../model/index.ts';
import { planRun, valueVariable, type Plan, type PlanRequest } from '../../plan/index.ts';
import { repositoryAround } from '../../state/index.ts';
import { connect, EngineWalk, startOrJoin, type EngineWalkParts, type RunInput, type Who } from '../../temporal/index.ts';
import { loginHere } from './login.ts';
import { approvalRules, type Opening } from './machine.ts';
import type { RunningOptions } from './options.ts';
import { rowPort } from './write-row.ts';

/** The plan before a worker has said what its environment has: values that only a worker can know are not open questions. */
export function planForEngine({ runbook, request }: Plan): Plan {
  const known = planRun(runbook, request).plan;
  const theirs = known.parameters.filter(({ parameter, secret }) => secret || parameter.kind === 'environment');
  const environment = Object.fromEntries(theirs.map(({ parameter: { name } }) => [valueVariable(name), '***']));
  return planRun(runbook, { ...request, environment }).plan;
}

/**
 * Opens a walk on the engine, for any face. The run begins, or an existing one is joined, when the face starts the walk.
 * @throws RunbookError where the engine does not answer, a value is not for its history, or nobody knows where a step is to run.
 */
export async function engineOpening(open: Opening, options: RunningOptions, { queue, io }: { readonly queue: string; readonly io: Io }): Promise<Opening> {
  const { plan } = open;
  refuseUnreadPlace(plan);
  refuseSecrets(plan);
  if (plan.questions.some(({ kind }) => kind === 'target')) throw new RunbookError({ what: 'a run on an engine needs its target from the start', why: 'only one run at a time can act on a target', advice: 'give --target <name>' });
  const who: Who = { operator: options.operator, login: loginHere() };
  const input = await inputOf(open, options, { who, queue });
  const client = await connect(io.env);
  const join: EngineWalkParts['join'] = async (goneAway, tell) => {
    const joined = await startOrJoin(client, input, tell, goneAway);
    if (joined === null) return null;
    const { remote, source, before } = joined;
    if (before) tell(`joined the run ${source.id} that ${source.starter.operator} (${source.starter.login}) began at ${source.startedAt}`);
    const runbook = source.text === plan.runbook.source.text ? plan.runbook : (await import('../../parse/index.ts')).parseRunbook(source.text, { path: plan.runbook.path });
    return { remote, plan: planRun(runbook, plan.request).plan, row: options.history && source.history ? rowPort(open.path, options) : null };
  };
  const joins = `runbook run ${plan.runbook.path}${plan.target === null ? '' : ` --target ${plan.target.name}`} --engine temporal --queue ${queue}`;
  return { ...open, engine: { close: () => client.connection.close(), walk: (listener) => new EngineWalk({ join, plan, who, joins, ...(listener === undefined ? {} : { listener }) }) } };
}

/** Refuses secrets given on the command line, since they would be stored in the history of the run. */
function refuseSecrets({ parameters, request }: Plan): void {
  const given = parameters.find(({ parameter, secret }) => secret && request.values[parameter.name] !== undefined);
  if (given === undefined) return;
  const { name } = given.parameter;
  throw new RunbookError({ what: `the secret ${name} does not go to an engine`, why: 'what is given to a run is kept in its history', advice: `put it into the environment of the worker, as ${valueVariable(name)}` });
}

async function inputOf(open: Opening, options: RunningOptions, { who, queue }: { readonly who: Who; readonly queue: string }): Promise<Omit<RunInput, 'id' | 'digest' | 'before'>> {
  const { plan, path, settings } = open;
  const root = repositoryAround(dirname(path));
  return {
    text: plan.runbook.source.text,
    path: root === null ? plan.runbook.path : relative(root, path),
    request: requestOf(plan),
    starter: who,
    unattended: options.unattended ? { followForMs: options.followForMs, allowDestructive: options.allowDestructive } : null,
    production: settings.production,
    pipefail: settings.options.pipefail,
    approve: approvalRules(settings, plan.runbook),
    timeoutMs: options.timeoutMs,
    version: open.version,
    history: options.history,
    queue,
    notes: open.notes ?? [],
  };
}

/** The choices of the caller, with values from `RUNBOOK_SET_…` here; `$VARIABLES` come from the worker. */
function requestOf({ request, parameters }: Plan): Omit<PlanRequest, 'environment'> {
  const { environment, ...chosen } = request;
  const named = parameters.flatMap(({ parameter: { name, kind }, secret }) => {
    const value = environment[valueVariable(name)];
    return secret || kind === 'environment' || value === undefined ? [] : [[name, value] as const];
  });
  return { ...chosen, values: { ...Object.fromEntries(named), ...chosen.values } };
}
