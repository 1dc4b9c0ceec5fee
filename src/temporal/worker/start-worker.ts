import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ApplicationFailure } from '@temporalio/common';
import { type Environment, isRunbookError, RunbookError } from '../../model/index.ts';
import { makeFolders, runsFolder, sha256, takeLock } from '../../state/index.ts';
import { addressOf, unreachable } from '../connection.ts';
import { NOT_RUN, type Activities } from '../protocol.ts';
import { loadWorker, type LoadedWorker } from './load-worker.ts';
import { outputCodec } from './output-codec.ts';
import { pruneWorkerRuns } from './prune-runs.ts';
import { begunIds, endOrphan, WorkerRuns, type Stand, type Watch } from './worker-runs.ts';

/** The options of a worker. */
interface WorkerOptions {
  readonly queue: string;
  readonly state: string;
  readonly cwd: string;
  readonly env: Environment;
  /** Called with each line for the operator. */
  say(line: string): void;
}

/**
 * Serves a queue until the process is asked to end: takes runs, and runs their pieces here.
 * @throws RunbookError where Temporal or its worker is not there, or another worker of this machine has the queue.
 */
export async function startWorker({ queue, state, cwd, env, say }: WorkerOptions): Promise<void> {
  const worker = loadWorker(env);
  const address = addressOf(env);
  const folder = join(state, 'temporal', encodeURIComponent(queue));
  makeFolders(folder, 0o700);
  const taken = await takeLock(join(folder, 'worker.lock'), { wait: 0, purpose: `the queue ${queue}` });
  if (taken.status === 'busy') throw new RunbookError({ what: `a worker serves ${queue} here already`, why: `process ${taken.holder?.pid ?? 'unknown'} has done so since ${taken.holder?.since ?? 'some time'}`, advice: 'one for each queue and machine is enough; another one needs an XDG_STATE_HOME of its own' });
  try {
    await endOrphans(folder, say);
    pruneWorkerRuns(folder, new Date());
    const own = `${queue}@${hostname()}-${sha256(folder).slice(0, 8)}`;
    await serve({ worker, address, queue, stand: { folder, cwd, env, queue: own }, say });
  } finally {
    await taken.lock.release();
  }
}

/** Ends what an earlier worker that died here left running. */
async function endOrphans(folder: string, say: (line: string) => void): Promise<void> {
  for (const run of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const state = join(folder, run.name);
    const [id] = begunIds(state);
    if (id !== undefined && (await endOrphan(join(runsFolder(state), id)))) say(`ended what was left running of ${run.name}`);
  }
}

interface Serving {
  readonly worker: LoadedWorker;
  readonly address: ReturnType<typeof addressOf>;
  readonly queue: string;
  readonly stand: Stand;
  readonly say: (line: string) => void;
}

async function serve({ worker: { library, context }, address, queue, stand, say }: Serving): Promise<void> {
  library.Runtime.install({ logger: new library.DefaultLogger('ERROR') });
  const connection = await library.NativeConnection.connect(address.options).catch((cause: unknown) => {
    throw unreachable(address, cause);
  });
  try {
    const runs = new WorkerRuns(stand);
    const { open, ...pieces } = activities(runs, context);
    const base = { connection, namespace: address.namespace, identity: `${process.pid}@${hostname()}`, shutdownGraceTime: 0, reuseV8Context: false };
    const shared = await library.Worker.create({ ...base, taskQueue: queue, workflowBundle: { codePath: fileURLToPath(new URL('../temporal-workflow.js', import.meta.url)) }, activities: { open }, dataConverter: { payloadCodecs: [outputCodec((of) => runs.output(of))] } });
    // Heartbeats are sent often, since the progress of a piece is only as fresh as the latest one.
    const own = await library.Worker.create({ ...base, taskQueue: stand.queue, activities: pieces, maxHeartbeatThrottleInterval: '1 second', defaultHeartbeatThrottleInterval: '1 second' });
    say(`serves the queue ${queue} of ${address.options.address}; pieces run on ${hostname()} in ${stand.cwd}`);
    await Promise.all([shared.run(), own.run()]);
  } finally {
    await connection.close();
  }
}

/** Reports errors from before a piece runs as a refusal, since the workflow must know that nothing ran. */
function activities(runs: WorkerRuns, context: LoadedWorker['context']): Activities {
  const watch = (): Watch => {
    const { cancelled, heartbeat } = bound(context());
    return { beat: heartbeat, stopped: cancelled };
  };
  return {
    open: async (job) => runs.open(job),
    piece: async (job) => runs.piece(job, watch()).catch(notRun),
    again: async (job) => runs.again(job, watch()).catch(notRun),
    end: async (job) => {
      const { heartbeat } = bound(context());
      const beats = setInterval(() => heartbeat(null), 1_000);
      return runs.end(job).catch(notRun).finally(() => clearInterval(beats));
    },
  };
}

function bound(context: ReturnType<LoadedWorker['context']>): Pick<typeof context, 'cancelled' | 'heartbeat'> {
  return { cancelled: context.cancelled, heartbeat: (details) => context.heartbeat(details) };
}

function notRun(error: unknown): never {
  if (!isRunbookError(error)) throw error;
  const { what, why, advice } = error.report;
  throw ApplicationFailure.nonRetryable(`${what}${why === undefined ? '' : `: ${why}`}; ${advice}`, NOT_RUN);
}

