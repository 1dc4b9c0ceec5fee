import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection, WorkflowIdConflictPolicy } from '@temporalio/client';
import { type Environment, RunbookError } from '../../model/index.ts';
import { newRunId, sha256 } from '../../state/index.ts';
import { addressOf, unreachable } from '../connection.ts';
import { NAMES, type RunInput, type Source } from '../protocol.ts';
import { isAway, remoteRun, type Remote } from './remote.ts';

/** The longest runbook that fits into a history, in bytes. */
const MOST_BYTES = 500_000;
/** How long to wait for the server; one that is there answers sooner. */
const PATIENCE_MS = 4_000;

/** A run that was begun or joined. */
interface Joined {
  readonly remote: Remote;
  readonly source: Source;
  /** Whether somebody else had begun it. */
  readonly before: boolean;
}

/** Connects; a failure is reported in one line. */
export async function connect(env: Environment): Promise<Client> {
  const address = addressOf(env);
  try {
    const connection = await Connection.connect({ ...address.options, connectTimeout: PATIENCE_MS });
    return new Client({ connection, namespace: address.namespace });
  } catch (cause) {
    throw unreachable(address, cause);
  }
}

/** The workflow id of a run, which allows one run at a time for a runbook and target, wherever it is started. */
function workflowId(path: string, target: string | null): string {
  return `runbook/${path}${target === null ? '' : `/${target}`}`;
}

/**
 * Starts the run of a runbook on a target, or joins the existing one.
 * `null` if the caller went away before a worker answered.
 * @throws RunbookError where the runbook is too long for a history.
 */
export async function startOrJoin(client: Client, given: Omit<RunInput, 'id' | 'digest' | 'before'>, waits: (why: string) => void, goneAway: () => boolean): Promise<Joined | null> {
  if (Buffer.byteLength(given.text) > MOST_BYTES) throw new RunbookError({ what: `${given.path} is too long for an engine`, why: `it has more than ${MOST_BYTES / 1000} KB, and all of it goes into the run's history`, advice: 'run it here, without --engine' });
  const input: RunInput = { ...given, id: newRunId(new Date()), digest: sha256(given.text), before: null };
  const id = workflowId(given.path, given.request.target ?? null);
  const { target } = given.request;
  const memo = { path: given.path, target: target ?? null, operator: given.starter.operator, run: input.id, queue: given.queue };
  await client.workflow.start(NAMES.workflow, { workflowId: id, taskQueue: given.queue, args: [input], workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING, staticSummary: `${given.path}${target === undefined ? '' : ` on ${target}`}, by ${given.starter.operator}`, memo });
  const remote = remoteRun(client, id);
  const source = await firstAnswer(remote, given.queue, waits, goneAway);
  return source === null ? null : { remote, source, before: source.id !== input.id };
}

/** The run exists, and continues once a worker comes. */
async function firstAnswer(remote: Remote, queue: string, waits: (why: string) => void, goneAway: () => boolean): Promise<Source | null> {
  for (let tries = 0; !goneAway(); tries++) {
    try {
      return await remote.source();
    } catch (error) {
      if (!isAway(error)) throw error;
      if (tries === 0) waits(`no worker answers on the queue ${queue}; the run waits for one: runbook worker --queue ${queue}`);
      await pause(500);
    }
  }
  return null;
}
