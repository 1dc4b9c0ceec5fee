import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ReadAll, TextInput } from './documents.ts';
import type { FreshReading } from '../lint.ts';
import type { LintOptions } from '../../settings/index.ts';
import { readHere } from './read-here.ts';

/** Texts that are read between two turns of the event loop. */
const TURN = 4;
/** Less text than this is read faster than a thread starts. */
const WORTH_A_THREAD = 1_500_000;

/** Told before each text: how many were taken before it, and how many there are. */
export type OnProgress = (done: number, total: number) => void;

/** What a thread is given. */
export interface ThreadTask {
  readonly inputs: readonly TextInput[];
  readonly options: LintOptions;
  /** Shared: how many inputs have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** What a thread says: a reading and the place of its input, or `null` when there is no more to read. */
export type ThreadMessage = readonly [number, FreshReading] | null;

type Keep = (index: number, reading: FreshReading) => void;

/** Reads on several threads where there is enough to read; each takes the next text that nobody has taken. */
export function readOnThreads(workerFile: URL, onProgress: OnProgress = () => undefined): ReadAll {
  return async (inputs, options, onRead) => {
    const size = inputs.reduce((sum, { text }) => sum + text.length, 0);
    const threads = existsSync(workerFile) ? Math.min(availableParallelism(), Math.floor(size / WORTH_A_THREAD)) : 1;
    const task = { inputs, options, taken: new SharedArrayBuffer(4) };
    const readings = new Map<number, FreshReading>();
    const keep: Keep = (index, reading) => {
      readings.set(index, reading);
      onRead(inputs[index]?.path ?? '', reading);
    };
    const others = Array.from({ length: Math.max(0, threads - 1) }, () => onThread(workerFile, task, keep));
    await Promise.all([takeAndRead(task, keep, onProgress), ...others]);
    return inputs.flatMap((_, index) => readings.get(index) ?? []);
  };
}

/** Take inputs one by one until none is left. */
export async function takeAndRead({ inputs, options, taken }: ThreadTask, keep: Keep, onProgress: OnProgress = () => undefined): Promise<void> {
  const counter = new Int32Array(taken);
  let read = 0;
  for (let index = Atomics.add(counter, 0, 1); index < inputs.length; index = Atomics.add(counter, 0, 1)) {
    onProgress(index, inputs.length);
    const input = inputs[index];
    if (input !== undefined) await readHere([input], options, (_, reading) => keep(index, reading));
    // Without a turn of the loop, V8 cannot end a collection that it has begun: garbage would be kept and moved about for seconds.
    if (++read % TURN === 0) await turn();
  }
}

function onThread(file: URL, task: ThreadTask, keep: Keep): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(file, { workerData: task });
    worker.on('message', (message: ThreadMessage) => (message === null ? done() : keep(...message)));
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`a lint thread ended with ${code}`)));
  });
}
