// Processes: starting a program in a process group of its own, ending its whole tree, and looking for either.
export { findProgram } from './find-program.ts';
export { HANDOVER_DESCRIPTOR } from './handover.ts';
export { endGroup, groupAlive, within } from './process-tree.ts';
export { startCode } from './run-code.ts';
export type { CodeEnd, OutputStream, RunningCode } from './run-code.ts';
