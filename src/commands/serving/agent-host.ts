import type { AgentHost, KnownRun } from '../../mcp/index.ts';
import type { Io } from '../../model/index.ts';
import { stateFolder } from '../../state/index.ts';
import { lint } from '../command-line/declarations/lint.ts';
import { parsedArgs } from '../command-line/parsed-args.ts';
import { beginAgentWalk, resumeAgentWalk } from './agent-walk.ts';
import { lintArguments } from '../linting/lint-arguments.ts';
import { runLint } from '../linting/lint-run.ts';
import { applyLock, NO_WISHES } from '../locking/apply-lock.ts';
import { reportParts } from '../past-runs/report.ts';
import { errorText } from '../telling/error-text.ts';
import { progressOf } from '../telling/progress.ts';
import { listed } from '../resuming/list-run.ts';
import { readRuns } from '../resuming/find-run.ts';

declare const RUNBOOK_VERSION: string;

/** This machine for the agents' server; with a queue, runs begin on the engine. */
export function agentHost(io: Io, queue: string | null): AgentHost {
  return {
    version: RUNBOOK_VERSION,
    cwd: io.cwd,
    env: io.env,
    standing: async (runbook) => (await applyLock(runbook, runbook.path, NO_WISHES, io)).standing,
    lint: (path) => findings(path, io),
    runs: () => Promise.all(readRuns(stateFolder(io.env)).runs.map(async (run): Promise<KnownRun> => ({ ...(await listed(run)), id: run.id, path: run.state.started?.runbook ?? '', report: async () => [...(await reportParts('markdown', run.id, run.folder))].join('') }))),
    begin: ({ path, name }, request, operator) => beginAgentWalk(path, name, request, { operator, queue }, io),
    resume: ({ id }, { name }, { values, readOnly }) => resumeAgentWalk(id, name, { values, readOnly }, io),
    errorText,
  };
}

/** What `lint --format json` prints for a file, without shellcheck and the cache. */
async function findings(path: string, io: Io): Promise<readonly unknown[]> {
  let json = '[]';
  const given = lintArguments(parsedArgs(lint().parse(['--format', 'json', '--no-shellcheck', '--no-cache', '--', path], { from: 'user' })), io.env, new Date());
  await runLint([path], given, {
    cwd: io.cwd,
    env: io.env,
    colour: false,
    version: RUNBOOK_VERSION,
    out: () => undefined,
    machine: (text) => void (json = text),
    err: () => undefined,
    input: () => Promise.resolve(''),
    progress: progressOf('linting', io),
  });
  return JSON.parse(json) as readonly unknown[];
}
