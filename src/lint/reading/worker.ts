import { parentPort, workerData } from 'node:worker_threads';
import { takeAndRead, type ThreadMessage, type ThreadTask } from './read-on-threads.ts';

const say = (message: ThreadMessage): void => parentPort?.postMessage(message);

// The entry of a lint thread, built into a file of its own.
await takeAndRead(workerData as ThreadTask, (index, reading) => say([index, reading]));
say(null);
