import { parentPort, workerData } from 'node:worker_threads';
import { lintJob } from '../linting/lint-job.ts';
import { findJob } from '../looking/find-job.ts';
import { historyJob } from '../looking/history-job.ts';
import { listJob } from '../looking/list-job.ts';
import { checkJob } from '../locking/check-job.ts';
import { readJob } from '../locking/read-job.ts';
import type { Job } from './job.ts';
import { takeAndDo, type ThreadMessage, type ThreadTask } from './on-threads.ts';

/** The jobs that a thread can do. */
const JOBS: readonly Job<never, never, unknown>[] = [lintJob, checkJob, readJob, listJob, findJob, historyJob];

// The entry point of a thread, built into a file of its own.
const task = workerData as ThreadTask<never, never>;
const job = JOBS.find(({ name }) => name === task.job);
if (job === undefined) throw new Error(`a thread does not know ${task.job}`);
const say = (message: ThreadMessage<unknown>): void => parentPort?.postMessage(message);
await takeAndDo(job, task, (index, done) => say([index, done]));
say(null);
