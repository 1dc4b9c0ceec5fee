import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { isRunbookError } from '../../model/index.ts';
import type { Done, Job } from './job.ts';

/** How many inputs are worked on between two turns of the event loop. */
const TURN = 4;
/** The file is next to the chunks of the built program. */
const THREAD_FILE = new URL('../thread.js', import.meta.url);

/** Called before each input with how many were taken before it, and how many there are. */
export type OnProgress = (done: number, total: number) => void;

interface ThreadOptions<Output> {
  /** The bytes of all inputs together. */
  readonly size: number;
  readonly at?: OnProgress;
  /** Called with each result as soon as it is known, in any order. */
  readonly onDone?: (index: number, done: Done<Output>) => void;
  /** The most threads, including this one. */
  readonly most?: number;
  readonly threadFile?: URL;
}

/** The data passed to a thread. */
export interface ThreadTask<Given, Input> {
  readonly job: string;
  readonly given: Given;
  readonly inputs: readonly Input[];
  /** Shared memory: how many inputs have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** A thread's message: the result of the input at an index, or `null` when there is no more to do. */
export type ThreadMessage<Output> = readonly [number, Done<Output>] | null;

type Keep<Output> = (index: number, done: Done<Output>) => void;

/** Does a job for every input and returns the results in order. With enough to do it uses several threads, each of which takes the next free input. */
export async function onThreads<Given, Input, Output>(job: Job<Given, Input, Output>, given: Given, inputs: readonly Input[], { size, at, onDone, most = availableParallelism(), threadFile = THREAD_FILE }: ThreadOptions<Output>): Promise<readonly Done<Output>[]> {
  const task = { job: job.name, given, inputs, taken: new SharedArrayBuffer(4) };
  const threads = Math.min(most, inputs.length, Math.floor(size / job.worthAThread));
  const all = new Map<number, Done<Output>>();
  const keep: Keep<Output> = (index, done) => {
    all.set(index, done);
    onDone?.(index, done);
  };
  const others = threads < 2 || !existsSync(threadFile) ? [] : Array.from({ length: threads - 1 }, () => onThread(threadFile, task, keep));
  await Promise.all([takeAndDo(job, task, keep, at), ...others]);
  return inputs.flatMap((_, index) => all.get(index) ?? []);
}

/** Takes free inputs one by one until none is left. */
export async function takeAndDo<Given, Input, Output>({ begin }: Job<Given, Input, Output>, { given, inputs, taken }: ThreadTask<Given, Input>, keep: Keep<Output>, at: OnProgress = () => undefined): Promise<void> {
  const counter = new Int32Array(taken);
  let count = 0;
  let work: ((input: Input) => Output) | null = null;
  for (let index = Atomics.add(counter, 0, 1); index < inputs.length; index = Atomics.add(counter, 0, 1)) {
    at(index, inputs.length);
    work ??= await begin(given);
    keep(index, attempt(work, inputs[index] as Input));
    // Without a turn of the event loop V8 cannot finish a garbage collection, and keeps and moves garbage around for seconds.
    if (++count % TURN === 0) await turn();
  }
}

function attempt<Input, Output>(work: (input: Input) => Output, input: Input): Done<Output> {
  try {
    return { ok: true, value: work(input) };
  } catch (error) {
    if (!isRunbookError(error)) throw error;
    // Its `cause` may not be plain data.
    const { cause: _, ...report } = error.report;
    return { ok: false, report };
  }
}

function onThread<Output>(file: URL, task: ThreadTask<unknown, unknown>, keep: Keep<Output>): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(file, { workerData: task });
    worker.on('message', (message: ThreadMessage<Output>) => (message === null ? done() : keep(...message)));
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`a thread ended with ${code}`)));
  });
}
