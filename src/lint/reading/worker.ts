import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadTask } from './read-on-threads.ts';
import { takeAndRead } from './read-on-threads.ts';

// The entry of a lint thread, built into a file of its own.
parentPort?.postMessage(await takeAndRead(workerData as ThreadTask));
