import { Readable, type Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { isAlive } from '../../state/index.ts';
import { type HandedOver, Handover, HANDOVER_DESCRIPTOR } from './handover.ts';
import { groupAlive, processTree, signalAll } from './process-tree.ts';

/** The streams that a program writes. */
export type OutputStream = 'stdout' | 'stderr';

/** A program to run. */
interface CodeToRun {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it gets the terminal: then we see no output, and Ctrl-C reaches it. */
  readonly terminal: boolean;
  /** Called with output as it comes; a returned promise holds back the rest until it settles. */
  readonly onOutput: (stream: OutputStream, chunk: Buffer) => void | Promise<void>;
  /** What it hands over to us: the most bytes, and what marks the end; `null` for nothing. */
  readonly handover: { readonly most: number; readonly ending: string } | null;
  /** Whether we write to its standard input; otherwise it has none. */
  readonly input?: boolean;
  /** The folder in which it starts; default is the root. */
  readonly directory?: string;
}

/** How it ended. */
export interface CodeEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Set if it could not be started. */
  readonly failure: string | null;
  readonly handedOver: HandedOver;
}

type Exit = Omit<CodeEnd, 'handedOver'>;

/** Children may still write after a process has ended: its end is reported when nothing came for this long … */
const QUIET_MS = 60;
/** … or this long after the end in any case. */
const LINGER_MS = 500;
const GRACE_MS = 1500;

/** A running program. */
export interface RunningCode {
  /** Process id, which is also the id of its group if it has one of its own; `null` if it did not start. */
  readonly pid: number | null;
  /** Its standard input, if we write to it. */
  readonly input: Writable | null;
  /** Settles when it has ended and its output has arrived; a child that keeps the pipe open does not delay it. Never rejects. */
  readonly ended: Promise<CodeEnd>;
  /** Settles when nobody can write output any more. */
  readonly drained: Promise<void>;
  /** Ends the whole process tree: INT, TERM, KILL, with time between them. Settles when it is gone. */
  stop(): Promise<void>;
  /** Kills the whole process tree at once. */
  kill(): void;
}

/** Starts a program in a process group of its own, so that all of it can be ended; with the terminal it stays in our group, where keys reach it. */
export function startCode({ file, args, environment, terminal, onOutput, handover, input = false, directory = '/' }: CodeToRun): RunningCode {
  const child = execa(file, args, {
    // The prelude changes to the folder of the piece itself, and reports if that is gone.
    cwd: directory,
    env: environment,
    extendEnv: false,
    stdio: terminal ? ['inherit', 'inherit', 'inherit', 'pipe'] : [input ? 'pipe' : 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: !terminal,
    cleanup: false,
    buffer: false,
    reject: false,
  });
  const pid = child.pid ?? null;
  const pipes = terminal ? [] : [new Pipe(child.stdout, (chunk) => onOutput('stdout', chunk)), new Pipe(child.stderr, (chunk) => onOutput('stderr', chunk))];
  // Errors are ignored: a program that has ended reads no more, and its end is reported anyway.
  child.stdin?.on('error', () => undefined);
  const drained = Promise.all(pipes.map(({ closed }) => closed)).then(() => undefined);
  const handedOver = handover === null ? null : handoverOf(child.nodeChildProcess.stdio[HANDOVER_DESCRIPTOR], handover);
  const exited = new Promise<Exit>((resolve) => {
    child.nodeChildProcess.once('exit', (exitCode, signal) => resolve({ exitCode, signal, failure: null }));
    child.nodeChildProcess.once('error', (error) => resolve({ exitCode: null, signal: null, failure: error.message }));
    // A start that the system refuses outright, such as with too long an argument.
    if (pid === null) void child.then(({ cause }) => resolve({ exitCode: null, signal: null, failure: cause instanceof Error ? cause.message : `cannot start ${file}` }));
  });
  const ended = exited.then(async (end) => {
    if (end.failure === null) await Promise.race([drained, quiet(pipes)]);
    // A child that lives on must not keep our process alive: its output is read only as long as we run.
    for (const pipe of pipes) pipe.release();
    return { ...end, handedOver: (await handedOver?.rest()) ?? { bytes: Buffer.alloc(0), tooLong: false } };
  });
  return { pid, input: child.stdin, ended, drained, stop: async () => (pid === null ? undefined : stopTree(pid, !terminal)), kill: () => pid !== null && signalAll(processTree(pid), terminal ? null : pid, 'SIGKILL') };
}

function handoverOf(stream: unknown, { most, ending }: NonNullable<CodeToRun['handover']>): Handover | null {
  return stream instanceof Readable ? new Handover(stream, most, ending) : null;
}

/** One output stream, with its backpressure. */
class Pipe {
  readonly closed: Promise<void>;
  last = performance.now();
  waiting = 0;
  private readonly stream: Readable | null;

  constructor(stream: Readable | null, onData: (chunk: Buffer) => void | Promise<void>) {
    this.stream = stream;
    this.closed = new Promise((resolve) => {
      if (stream === null) return resolve();
      stream.on('data', (chunk: Buffer) => {
        this.last = performance.now();
        const busy = onData(chunk);
        if (busy === undefined) return;
        stream.pause();
        this.waiting++;
        void busy.finally(() => {
          this.waiting--;
          this.last = performance.now();
          stream.resume();
        });
      });
      stream.once('close', resolve).once('end', resolve).once('error', () => resolve());
    });
  }

  /** Lets our process end although somebody may still write. */
  release(): void {
    if (this.stream !== null && 'unref' in this.stream && typeof this.stream.unref === 'function') this.stream.unref();
  }
}

async function quiet(pipes: readonly Pipe[]): Promise<void> {
  const until = performance.now() + LINGER_MS;
  const after = performance.now();
  for (;;) {
    const idle = performance.now() - Math.max(after, ...pipes.map(({ last }) => last));
    const held = pipes.some(({ waiting }) => waiting > 0);
    if (!held && (idle >= QUIET_MS || performance.now() >= until)) return;
    await pause(Math.max(5, QUIET_MS - idle));
  }
}

async function stopTree(pid: number, group: boolean): Promise<void> {
  const known = new Set<number>();
  const lives = (): boolean => (group && groupAlive(pid)) || [...known].some(isAlive);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    for (const member of processTree(pid)) known.add(member);
    signalAll([...known], group ? pid : null, signal);
    const until = performance.now() + GRACE_MS;
    while (lives()) {
      if (performance.now() >= until) break;
      await pause(15);
    }
    if (!lives()) return;
  }
}
