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

/** What a thread gives back: readings by the place of their input. */
export type ThreadResult = readonly (readonly [number, FreshReading])[];

/** Reads on several threads where there is enough to read; each takes the next text that nobody has taken. */
export function readOnThreads(workerFile: URL, onProgress: OnProgress = () => undefined): ReadAll {
  return async (inputs, options) => {
    const size = inputs.reduce((sum, { text }) => sum + text.length, 0);
    const threads = Math.min(availableParallelism(), Math.floor(size / WORTH_A_THREAD));
    if (threads < 2 || !existsSync(workerFile)) return readOneByOne(inputs, options, onProgress);
    const taken = new SharedArrayBuffer(4);
    const others = Array.from({ length: threads - 1 }, () => onThread(workerFile, { inputs, options, taken }));
    const own = await takeAndRead({ inputs, options, taken }, onProgress);
    const results = [own, ...(await Promise.all(others))].flat();
    const readings = new Map(results);
    return inputs.flatMap((_, index) => readings.get(index) ?? []);
  };
}

async function readOneByOne(inputs: readonly TextInput[], options: LintOptions, onProgress: OnProgress): Promise<readonly FreshReading[]> {
  const results = await takeAndRead({ inputs, options, taken: new SharedArrayBuffer(4) }, onProgress);
  return results.map(([, reading]) => reading);
}

/** Take inputs one by one until none is left. */
export async function takeAndRead({ inputs, options, taken }: ThreadTask, onProgress: OnProgress = () => undefined): Promise<ThreadResult> {
  const counter = new Int32Array(taken);
  const results: [number, FreshReading][] = [];
  for (let index = Atomics.add(counter, 0, 1); index < inputs.length; index = Atomics.add(counter, 0, 1)) {
    onProgress(index, inputs.length);
    const input = inputs[index];
    const [reading] = input === undefined ? [] : await readHere([input], options);
    if (reading !== undefined) results.push([index, reading]);
    // Without a turn of the loop, V8 cannot end a collection that it has begun: garbage would be kept and moved about for seconds.
    if (results.length % TURN === 0) await turn();
  }
  return results;
}

function onThread(file: URL, task: ThreadTask): Promise<ThreadResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(file, { workerData: task });
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`a lint thread ended with ${code}`)));
  });
}
