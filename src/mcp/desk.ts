import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { findMarkdown, isRunbook, quickLoader } from '../catalog/index.ts';
import { loadRunbook } from '../catalog/opening/index.ts';
import { isRunbookError, RunbookError, type Runbook, visibleLine } from '../model/index.ts';
import type { AgentRun } from './runs/agent-run.ts';
import type { AgentHost, AgentRules, KnownRun } from './host.ts';
import type { LiveRuns } from './runs/live-runs.ts';
import type { Roots } from './roots.ts';

/** What the tools work with: the machine, limited to the files below the roots. */
export interface Desk {
  readonly host: AgentHost;
  readonly rules: AgentRules;
  readonly roots: Roots;
}

/** The same with the runs in progress. */
export interface RunDesk extends Desk {
  readonly live: LiveRuns;
}

const LONGEST_NAME = 60;

/** The client's name for itself, in one short line. */
export function clientOf({ server }: McpServer): string {
  const name = visibleLine((server.getClientVersion()?.name ?? '').replace(/[\s|]+/g, ' ').trim()).slice(0, LONGEST_NAME);
  return name === '' ? 'an unnamed client' : name;
}

/**
 * A run that this server is walking.
 * @throws RunbookError where it does not.
 */
export async function liveRun(desk: RunDesk, id: string): Promise<AgentRun> {
  const run = desk.live.get(id);
  if (run !== undefined) return run;
  await servedRun(desk, id);
  throw new RunbookError({ what: `run ${id} is not open here`, why: 'it has ended, was left, or a person has it', advice: 'run_state says how it stands; start_run with resume goes on with one that an agent began' });
}

/** Every readable runbook below the roots. */
export function servedRunbooks({ roots }: Pick<Desk, 'roots'>): readonly Runbook[] {
  const load = quickLoader('/');
  const { files } = findMarkdown(roots.folders, '/');
  return files.filter((file) => roots.holds(file)).flatMap((file) => {
    try {
      const runbook = load(file);
      return isRunbook(runbook) ? [{ ...runbook, path: roots.nameOf(file) }] : [];
    } catch (error) {
      if (isRunbookError(error)) return [];
      throw error;
    }
  });
}

/** A runbook by its path, read with the exact reader, since it may be run. */
export function openRunbook({ host, roots }: Pick<Desk, 'host' | 'roots'>, given: string): Promise<Runbook> {
  return loadRunbook(roots.open(given).name, host);
}

/** The runs of this machine whose runbooks are below the roots. */
export async function servedRuns({ host, roots }: Pick<Desk, 'host' | 'roots'>): Promise<readonly KnownRun[]> {
  return (await host.runs()).filter(({ path }) => roots.holds(path));
}

/**
 * One of these runs, by its id.
 * @throws RunbookError where there is none.
 */
export async function servedRun(desk: Pick<Desk, 'host' | 'roots'>, id: string): Promise<KnownRun> {
  const found = (await servedRuns(desk)).find((run) => run.id === id);
  if (found === undefined) throw new RunbookError({ what: `there is no run ${id} here`, advice: 'list_runs lists the ids' });
  return found;
}
