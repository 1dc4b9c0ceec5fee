import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

/** How a call of the built program ended. */
export interface Ended {
  readonly status: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
  /** It had to be ended. */
  readonly hung: boolean;
}

interface RunCall {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Kills it this long after its start, or after it has said something. */
  readonly kill?: { readonly afterMs: number; readonly said?: RegExp };
  /** A shell line that starts it, with `$NODE` and `$CLI`. */
  readonly through?: string;
  readonly limitMs?: number;
}

/** Runs the built program to its end, or to the kill that is asked for. */
export async function ended(args: readonly string[], call: RunCall): Promise<Ended> {
  const began = performance.now();
  const env = { PATH: process.env['PATH'] ?? '', HOME: call.cwd, LANG: 'C.UTF-8', USER: 'tester', LOGNAME: 'tester', NO_COLOR: '1', XDG_STATE_HOME: join(call.cwd, 'state'), XDG_CACHE_HOME: join(call.cwd, 'cache'), GIT_CONFIG_NOSYSTEM: '1', NODE: process.execPath, CLI, ...call.env };
  const [program = '', ...rest] = call.through === undefined ? [process.execPath, CLI, ...args] : ['bash', '-c', call.through, 'torture', ...args];
  const child = spawn(program, rest, { cwd: call.cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const text = { stdout: '', stderr: '' };
  const kill = (): void => void child.kill('SIGKILL');
  const { kill: wanted } = call;
  if (wanted !== undefined && wanted.said === undefined) setTimeout(kill, wanted.afterMs).unref();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      const before = wanted?.said?.test(text[name]) === true;
      text[name] = (text[name] + chunk).slice(-1_000_000);
      if (wanted?.said !== undefined && !before && wanted.said.test(text[name])) setTimeout(kill, wanted.afterMs).unref();
    });
  }
  let hung = false;
  const limit = setTimeout(() => {
    hung = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, call.limitMs ?? 60_000);
  const status = await new Promise<number | string | null>((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  clearTimeout(limit);
  // A child of a step may keep the pipes: what was said by now is all that is asked for.
  child.stdout.destroy();
  child.stderr.destroy();
  return { status, ...text, ms: performance.now() - began, hung };
}

/** What is wrong with an end, whatever was asked: nothing hangs, and nothing ends in a fault of the program's own. */
export function faultsOf({ hung, stderr, status }: Ended): readonly string[] {
  const wrong = hung ? ['hung'] : [];
  if (/internal error/.test(stderr)) wrong.push(`internal error: ${stderr.slice(0, 300)}`);
  if (/^\s+at .*[:(]\d+/m.test(stderr)) wrong.push(`a stack: ${stderr.slice(0, 300)}`);
  if (typeof status === 'string' && status !== 'SIGKILL') wrong.push(`ended by ${status}`);
  return wrong;
}

/** The rows of executions in a runbook. */
export function rowsOf(folder: string, name = 'r.md'): readonly string[] {
  return readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line.startsWith('| 20'));
}

/** Lines that the steps of a run left, sorted. */
export function traceOf(folder: string): readonly string[] {
  const path = join(folder, 'trace');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter((line) => line !== '') : [];
}

/** What lies beside the runbook or among the kept rows that should not be there once all is done. */
export function leftovers(folder: string): readonly string[] {
  const pending = join(folder, 'state', 'runbook', 'pending');
  const beside = readdirSync(folder).filter((name) => name.startsWith('.r.md'));
  return [...beside, ...(existsSync(pending) ? readdirSync(pending) : [])];
}

/** Numbers that are the same in each run of the torture. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
