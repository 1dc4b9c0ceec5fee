// A run in progress: its pieces one by one, their checks and captures, and every event on disk before anybody sees it.
export { openElsewhere, openRun, refuseUnreadPlace } from './open-run.ts';
export { hasSetState } from './lost-state.ts';
export type { OpenRun } from './session-parts.ts';
export { closeBooks, closeRun } from './close-books.ts';
export { RunBooks } from './run-books.ts';
export { startedEvent } from './started-event.ts';
