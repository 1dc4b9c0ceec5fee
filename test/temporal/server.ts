import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI, cleanEnvironment, said, workspace, type Workspace } from '../e2e/helpers/index.ts';

/** Where `npm run temporal:install` puts the worker, if it is not said otherwise. */
const WORKER = process.env['RUNBOOK_TEMPORAL_WORKER'] ?? join(process.env['HOME'] ?? tmpdir(), '.local', 'share', 'runbook', 'temporal');

/** Why nothing of Temporal is tried here, or `null`. It is a command of its own: beside a whole suite, servers and workers are too slow to be waited for. */
export const missing: string | null =
  process.env['RUNBOOK_TEST_TEMPORAL'] !== '1' ? 'npm run temporal:test tries it' : spawnSync('temporal', ['--version']).status !== 0 ? 'the temporal program is not installed' : existsSync(join(WORKER, 'node_modules', '@temporalio', 'worker')) ? null : `@temporalio/worker is not in ${WORKER}: npm run temporal:install`;

/** A development server with a state of its own, which outlives its own kill. */
export interface Server {
  readonly env: Readonly<Record<string, string>>;
  /** SIGKILL, and whatever it keeps in memory is gone. */
  kill(): void;
  start(): Promise<void>;
  /** What the server keeps of a run, as its own program tells it. */
  history(workflow: string): string;
  stop(): void;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-temporal-'));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const kill = (): void => void child?.kill('SIGKILL');
  const start = async (): Promise<void> => {
    child = spawn('temporal', ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--http-port', String(await freePort()), '--log-level', 'never', '--db-filename', join(folder, 'db')], { stdio: 'ignore' });
    while (spawnSync('temporal', ['operator', 'cluster', 'health', '--address', address]).status !== 0) if (child.exitCode !== null) throw new Error('the server ended');
  };
  await start();
  return {
    env: { TEMPORAL_ADDRESS: address, RUNBOOK_TEMPORAL_WORKER: WORKER },
    kill,
    start,
    history: (workflow) => spawnSync('temporal', ['workflow', 'show', '--address', address, '-w', workflow, '--output', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout,
    stop: () => {
      kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A worker in a folder of its own; started again it is the same one. */
export interface Worker {
  readonly folder: Workspace;
  readonly process: ChildProcess;
  /** What it said when it was ready. */
  readonly said: string;
}

/** Starts the built program as a worker of a queue. */
export async function startWorker(queue: string, env: Readonly<Record<string, string>>, folder: Workspace = workspace()): Promise<Worker> {
  const child = spawn(process.execPath, [CLI, 'worker', '--queue', queue], { cwd: folder.path, env: { ...cleanEnvironment(), XDG_STATE_HOME: folder.at('.state'), ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  return { folder, process: child, said: await said(child.stdout, /serves the queue/) };
}
