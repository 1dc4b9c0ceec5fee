/** Processes: a program started in a group of its own, its whole tree ended, and what is found of either. */
export { findProgram } from './find-program.ts';
export { HANDOVER_DESCRIPTOR } from './handover.ts';
export { endGroup, groupAlive, isThere, within } from './process-tree.ts';
export { startCode } from './run-code.ts';
export type { CodeEnd, RunningCode } from './run-code.ts';
