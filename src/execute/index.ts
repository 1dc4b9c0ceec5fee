// The running of pieces: the session of a run, its shell, its processes, and other places.
export { endGroup, groupAlive } from './process/index.ts';
export { hasSetState, openElsewhere, openRun, refuseUnreadPlace } from './session/index.ts';
export type { OpenRun } from './session/index.ts';
export { closeBooks, closeRun, RunBooks, startedEvent } from './session/index.ts';
export { absentPrograms, missingPrograms, missingWords } from './shell/index.ts';
export type { MissingProgram } from './shell/index.ts';
export type * from './types.ts';
