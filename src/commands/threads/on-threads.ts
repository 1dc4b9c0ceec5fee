import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { RunbookError } from '../../model/index.ts';
import type { Done, Job } from './job.ts';

/** Inputs that are worked on between two turns of the event loop. */
const TURN = 4;
/** Beside the chunks of the built program. */
const THREAD_FILE = new URL('../thread.js', import.meta.url);

/** Told before each input: how many were taken before it, and how many there are. */
export type OnProgress = (done: number, total: number) => void;

export interface ThreadOptions<Output> {
  /** Bytes that are read for all inputs. */
  readonly size: number;
  readonly at?: OnProgress;
  /** Told what came of an input as soon as it is known, in whatever order. */
  readonly onDone?: (index: number, done: Done<Output>) => void;
  /** The most threads, this one among them. */
  readonly most?: number;
  readonly threadFile?: URL;
}

/** What a thread is given. */
export interface ThreadTask<Given, Input> {
  readonly job: string;
  readonly given: Given;
  readonly inputs: readonly Input[];
  /** Shared: how many inputs have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** What a thread says: what came of the input at a place, or `null` when there is no more to do. */
export type ThreadMessage<Output> = readonly [number, Done<Output>] | null;

type Keep<Output> = (index: number, done: Done<Output>) => void;

/** Does a job for every input, in their order; on several threads where there is enough to do, each of which takes the next input that nobody has taken. */
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

/** Takes inputs one by one until none is left. */
export async function takeAndDo<Given, Input, Output>({ begin }: Job<Given, Input, Output>, { given, inputs, taken }: ThreadTask<Given, Input>, keep: Keep<Output>, at: OnProgress = () => undefined): Promise<void> {
  const counter = new Int32Array(taken);
  let count = 0;
  let work: ((input: Input) => Output) | null = null;
  for (let index = Atomics.add(counter, 0, 1); index < inputs.length; index = Atomics.add(counter, 0, 1)) {
    at(index, inputs.length);
    work ??= await begin(given);
    keep(index, attempt(work, inputs[index] as Input));
    // Without a turn of the loop, V8 cannot end a collection that it has begun: garbage would be kept and moved about for seconds.
    if (++count % TURN === 0) await turn();
  }
}

function attempt<Input, Output>(work: (input: Input) => Output, input: Input): Done<Output> {
  try {
    return { ok: true, value: work(input) };
  } catch (error) {
    if (!(error instanceof RunbookError)) throw error;
    // Where it came from may be no plain data.
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
