import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../fixtures/free-port.ts';

/** Where `npm run temporal:install` puts the worker, if it is not said otherwise. */
const WORKER = process.env['RUNBOOK_TEMPORAL_WORKER'] ?? join(process.env['HOME'] ?? tmpdir(), '.local', 'share', 'runbook', 'temporal');

/** Why nothing can be tried on a server here, or `null`. */
export function whyNoServer(): string | null {
  if (spawnSync('temporal', ['--version']).status !== 0) return 'the temporal program is not installed';
  return existsSync(join(WORKER, 'node_modules', '@temporalio', 'worker')) ? null : `@temporalio/worker is not in ${WORKER}: npm run temporal:install`;
}

/** A development server with a state of its own, which outlives its own kill. */
export interface Server {
  readonly env: Readonly<Record<string, string>>;
  /** SIGKILL, and whatever it keeps in memory is gone. */
  kill(): void;
  start(): Promise<void>;
  /** What its own program says of it: `workflow list …`, as JSON. */
  ask(...args: readonly string[]): string;
  stop(): void;
}

/** Starts a server on a free port of 127.0.0.1; `settings` are those that it can be given while it runs. */
export async function startServer(settings: Readonly<Record<string, number>> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-temporal-'));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const given = Object.entries(settings).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]);
  let child: ChildProcess | null = null;
  const kill = (): void => void child?.kill('SIGKILL');
  // Another program may have taken one of its other ports in between.
  const start = async (tries = 5): Promise<void> => {
    const http = await freePort();
    child = spawn('temporal', ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--http-port', String(http), '--log-level', 'never', '--db-filename', join(folder, 'db'), ...given], { stdio: 'ignore' });
    while (!(await succeeds('temporal', ['operator', 'cluster', 'health', '--address', address]))) {
      if (child.exitCode !== null && tries > 0) return start(tries - 1);
      if (child.exitCode !== null) throw new Error('the server ended');
      await wait(100);
    }
  };
  await start();
  return {
    env: { TEMPORAL_ADDRESS: address, RUNBOOK_TEMPORAL_WORKER: WORKER },
    kill,
    start: () => start(),
    ask: (...args) => spawnSync('temporal', [...args, '--address', address, '--output', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout,
    stop: () => {
      kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((done) => spawn(program, args, { stdio: 'ignore' }).on('exit', (code) => done(code === 0)));
}
