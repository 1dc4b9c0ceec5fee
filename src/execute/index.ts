export { readDuration } from './duration.ts';
export { digestOf, openRun, systemClock } from './open-run.ts';
export type { OpenRun } from './open-run.ts';
export { runnable } from './piece-code.ts';
export { groupAlive } from './process-tree.ts';
export type * from './types.ts';
export { runUnattended } from './unattended.ts';
export type { UnattendedOptions, UnattendedOutcome } from './unattended.ts';
