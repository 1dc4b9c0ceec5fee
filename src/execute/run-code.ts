import type { Readable } from 'node:stream';
import { execa } from 'execa';
import { within } from './process-tree.ts';

/** A piece of code to run in a shell of its own. */
export interface CodeToRun {
  readonly shell: string;
  readonly code: string;
  /** What the shell calls itself in its messages: the runbook. */
  readonly name: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Give it the terminal: no output is seen by us, Ctrl-C reaches it. */
  readonly terminal: boolean;
  /** Gets the output as it comes; a promise holds back the rest until it is done. */
  readonly onOutput: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void | Promise<void>;
}

/** How a shell ended. */
export interface CodeEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Set where the shell could not be started. */
  readonly failure: string | null;
}

export interface RunningCode {
  /** Process id, and id of its group where it has one of its own; `null` where it did not start. */
  readonly pid: number | null;
  /** Settles when the shell has ended and its output has been quiet; never rejects. */
  readonly ended: Promise<CodeEnd>;
  /** Settles when the shell itself has ended. */
  readonly exited: Promise<unknown>;
}

/** Once the shell is gone, a child that it left may hold the pipe for ever: output is waited for this long after the last byte, and never longer than the limit. */
const QUIET_MS = 40;
const QUIET_LIMIT_MS = 400;

/** Starts a shell. */
export function runCode(task: CodeToRun): RunningCode {
  const child = execa(task.shell, ['--noprofile', '--norc', '-c', task.code, task.name], {
    cwd: task.cwd,
    env: task.env,
    extendEnv: false,
    reject: false,
    buffer: false,
    cleanup: false,
    detached: !task.terminal,
    stdin: task.terminal ? 'inherit' : 'ignore',
    stdout: task.terminal ? 'inherit' : 'pipe',
    stderr: task.terminal ? 'inherit' : 'pipe',
  });
  let failure: string | null = null;
  const exited = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.nodeChildProcess.once('exit', (code, signal) => done({ code, signal }));
    child.nodeChildProcess.once('error', (error) => {
      failure = error.message;
      done({ code: null, signal: null });
    });
  });
  // Execa's own promise waits for every holder of the pipe; ours does not, and nobody may be left with its rejection.
  child.catch(() => undefined);
  const streams = [watch(child.stdout, 'stdout', task.onOutput), watch(child.stderr, 'stderr', task.onOutput)];
  const ended = exited.then(async ({ code, signal }) => {
    await Promise.all(streams.map((stream) => stream.quiet()));
    return { exitCode: code, signal, failure };
  });
  return { pid: child.pid ?? null, ended, exited };
}

interface Watched {
  /** Settles when the stream has ended or has been quiet for a while; from then on what comes is thrown away. */
  quiet(): Promise<void>;
}

/** Raw `data` events: reading by lines is many times slower. */
function watch(stream: Readable | null, name: 'stdout' | 'stderr', onOutput: CodeToRun['onOutput']): Watched {
  if (stream === null) return { quiet: async () => undefined };
  let last = performance.now();
  let over = false;
  let busy: Promise<unknown> = Promise.resolve();
  const closed = new Promise<void>((done) => {
    stream.once('close', done).once('end', done).once('error', () => done());
  });
  stream.on('data', (bytes: Uint8Array) => {
    last = performance.now();
    if (over) return;
    const result = onOutput(name, bytes);
    if (result === undefined) return;
    stream.pause();
    busy = result.finally(() => stream.resume());
  });
  const quiet = async (): Promise<void> => {
    const limit = performance.now() + QUIET_LIMIT_MS;
    for (;;) {
      await busy;
      if (await within(closed, QUIET_MS)) break;
      const now = performance.now();
      if (now - last >= QUIET_MS || now > limit) break;
    }
    await busy;
    over = true;
    // A child that lives on must not keep us: what it writes from now on is drained while we run, and no longer.
    if ('unref' in stream && typeof stream.unref === 'function') stream.unref();
  };
  return { quiet };
}
