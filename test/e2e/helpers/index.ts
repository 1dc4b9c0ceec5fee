export { itAtOnce, whenDone } from './at-once.ts';
export { called } from './called.ts';
export { chunksLoaded, chunksWith } from './chunks.ts';
export { CLI, cleanEnvironment, outcomeOf, runbook, said } from './program.ts';
export type { Call, Outcome } from './program.ts';
export { terminal } from './terminal.ts';
export type { Terminal, TerminalOptions } from './terminal.ts';
export { workspace } from './workspace.ts';
export type { Workspace } from './workspace.ts';
