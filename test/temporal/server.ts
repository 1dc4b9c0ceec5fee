import { spawn, type ChildProcess } from 'node:child_process';
import { CLI, cleanEnvironment, said, workspace, type Workspace } from '../e2e/helpers/index.ts';
import { whyNoServer } from './dev-server.ts';

export { startServer, type Server } from './dev-server.ts';

/** Why nothing of Temporal is tried here, or `null`. It is a command of its own: beside a whole suite, servers and workers are too slow to be waited for. */
export const missing: string | null = process.env['RUNBOOK_TEST_TEMPORAL'] !== '1' ? 'npm run temporal:test tries it' : whyNoServer();

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
