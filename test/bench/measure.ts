import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** One line of the bench's table. */
export interface Figure {
  /** What is measured. */
  readonly name: string;
  /** What it is compared with, or `''`. */
  readonly against: string;
  readonly value: number;
  readonly unit: 'x' | 'ms' | 'MB';
  /** The most that it may be, or `null` where it is only shown. */
  readonly bound: number | null;
}

/** Something that takes time: resolves with milliseconds. */
export type Timed = () => Promise<number> | number;

/** Medians of interleaved rounds, so that a slow moment of the machine meets all alike. The first round only warms up. */
export async function medians(cases: Readonly<Record<string, Timed>>, rounds: number): Promise<Record<string, number>> {
  const samples: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(cases)) {
      const taken = await run();
      if (round > 0) (samples[name] ??= []).push(taken);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}

/** The first calls keep what later ones use: measured is what a user meets from then on. */
export async function settle(...calls: readonly Timed[]): Promise<void> {
  for (let round = 0; round < FIRST_CALLS; round++) for (const call of calls) await call();
}

const FIRST_CALLS = 5;

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Statuses that are as they should be. */
  readonly allow?: readonly number[];
}

/** Time to run a program to its end, its output thrown away. */
export function program(command: string, args: readonly string[], options: ProgramOptions = {}): Timed {
  return async () => (await run(command, args, options)).milliseconds;
}

/** Runs a program; `peakMb` is the most memory that it held at any of the looks taken at it. */
export async function run(command: string, args: readonly string[], options: ProgramOptions = {}): Promise<{ readonly milliseconds: number; readonly peakMb: number }> {
  const sink = openSync('/dev/null', 'w');
  const began = performance.now();
  const child = spawn(command, [...args], { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', sink, sink] });
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, highWater(child.pid))), 50);
  const status = await new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', (code) => done(code)));
  clearInterval(watch);
  closeSync(sink);
  if (status === null || !(options.allow ?? [0]).includes(status)) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return { milliseconds: performance.now() - began, peakMb };
}

/** Time from the start of a program to the first that it answers to a message, as a line of JSON. */
export function firstAnswer(command: string, args: readonly string[], message: unknown, options: Pick<ProgramOptions, 'env'>): Timed {
  return async () => {
    const began = performance.now();
    const child = spawn(command, [...args], { env: { ...process.env, ...options.env }, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.write(`${JSON.stringify(message)}\n`);
    await new Promise((done, fail) => child.once('error', fail).once('exit', () => fail(new Error(`${command} ended without an answer`))).stdout.once('data', done));
    const milliseconds = performance.now() - began;
    child.stdin.end();
    await new Promise((done) => child.once('close', done));
    return milliseconds;
  };
}

/** The most memory that a process has had, in megabytes; 0 where it is gone. */
export function highWater(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Time of a function. */
export function timed(work: () => unknown): Timed {
  return async () => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
}
