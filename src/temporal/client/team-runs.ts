import type { Client } from '@temporalio/client';
import { RunbookError } from '../../model/index.ts';
import { NAMES } from '../protocol.ts';

/** A run of the team's, from the engine's list. */
export interface TeamRun {
  readonly run: string;
  /** Its workflow id. */
  readonly workflow: string;
  /** The id of this execution. */
  readonly execution: string;
  readonly path: string;
  readonly target: string | null;
  readonly operator: string;
  readonly queue: string;
  /** As Temporal has it: `RUNNING`, `COMPLETED`, `FAILED`, `TERMINATED`… */
  readonly status: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

const MOST = 100;

/** The team's runs, newest first. */
export async function teamRuns(client: Client): Promise<readonly TeamRun[]> {
  const runs: TeamRun[] = [];
  for await (const { workflowId: workflow, runId: execution, status, startTime, memo } of client.workflow.list({ query: `WorkflowType = '${NAMES.workflow}'` })) {
    const text = (name: string): string => (typeof memo?.[name] === 'string' ? memo[name] : '');
    // A run that was continued in a new history is listed once.
    if (status.name !== 'CONTINUED_AS_NEW') runs.push({ run: text('run'), workflow, execution, path: text('path'), target: text('target') === '' ? null : text('target'), operator: text('operator'), queue: text('queue'), status: status.name, startedAt: startTime.toISOString() });
    if (runs.length === MOST) break;
  }
  return runs.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/**
 * The run with an id, preferably one in progress; or the only one whose id begins or ends with it, or whose runbook has that name.
 * @throws RunbookError where there is none, or more than one.
 */
export async function findTeamRun(client: Client, name: string, which: 'going' | 'any' = 'going'): Promise<TeamRun> {
  const going = (await teamRuns(client)).filter(({ status }) => which === 'any' || status === 'RUNNING');
  const matching = going.filter(({ run, path, workflow }) => run === name || run.startsWith(name) || run.endsWith(name) || path === name || workflow === name);
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  throw new RunbookError({ what: which === 'any' ? `no run ${name} is on the engine` : `no run ${name} goes on`, ...(matching.length > 1 ? { why: `${matching.length} runs match: ${matching.map(({ run }) => run).join(', ')}` } : {}), advice: 'runbook runs --engine temporal lists them' });
}
