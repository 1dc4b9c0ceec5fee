/** The shell that all pieces of a run share: a fresh bash for each, which takes over what the last one left. */
export { droppedFunctions } from './environment.ts';
export { fallsBackToBash, interpreterOf, missingPrograms } from './interpreter.ts';
export type { MissingProgram } from './interpreter.ts';
export { shellCode } from './piece-code.ts';
export { firstState, Shell } from './shell.ts';
export type { ShellState } from './shell-state.ts';
export type { RunningShell, ShellEnd } from './shell.ts';
export { shellSurroundings } from './surroundings.ts';
export { loadShellState, saveShellState } from './stored-shell.ts';
