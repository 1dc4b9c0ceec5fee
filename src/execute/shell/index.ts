/** The shell that all pieces of a run share: a fresh bash for each, which takes over what the last one left. */
export { droppedFunctions } from './environment.ts';
export { fallsBackToBash, farInterpreter, interpreterOf, missingPrograms } from './interpreter.ts';
export type { MissingProgram } from './interpreter.ts';
export { memoryFolder } from './memory-folder.ts';
export { MOST_OUTPUT, readOutputs } from './outputs.ts';
export { shellCode } from './piece-code.ts';
export { END_MARK, functionsText, HANDOVER, SAVE } from './prelude.ts';
export { HeldState } from './held-state.ts';
export { EXIT_TRAP, readDump } from './shell-dump.ts';
export type { Secrecy, ShellDump } from './shell-dump.ts';
export { firstState } from './first-state.ts';
export { MOST_STATE, Shell } from './shell.ts';
export { binary, freshState, fromBinary, isVerbose, namesText, valuesText } from './shell-state.ts';
export type { ShellState } from './shell-state.ts';
export type { PieceShell, RunningShell, ShellEnd, ShellTask } from './shell.ts';
export { declarations } from './declarations.ts';
export { shellSurroundings } from './surroundings.ts';
export { loadShellState, saveShellState } from './stored-shell.ts';
