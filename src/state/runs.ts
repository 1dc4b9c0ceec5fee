import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, errorCode } from '../model/index.ts';
import { namesIn, removeIfPossible } from './folders.ts';
import { makeFolders } from './make-folders.ts';

/** How many runs of this machine are kept, and for how many days. An unfinished run is never removed. */
const KEPT_RUNS = 200;
export const KEPT_DAYS = 180;

/** The folder of all runs. */
export function runsFolder(state: string): string {
  return join(state, 'runs');
}

/** How long the shell state of an unfinished run is kept. */
const KEPT_STATE_MS = DAY_MS;

/** The file with the shell state of a run, for the process that resumes it; the states of other places are beside it. */
export function shellStateFile(folder: string, name = 'state.json'): string {
  return join(folder, 'shell', name);
}

/** Removes the shell state of runs that were left a day ago or earlier, since it holds whatever their steps put into variables. */
export function forgetShellStates(state: string, now: Date): void {
  for (const id of runIds(state)) {
    const folder = join(runsFolder(state), id);
    for (const name of stateNames(folder)) if (now.getTime() - modified(shellStateFile(folder, name), now) > KEPT_STATE_MS) removeIfPossible(shellStateFile(folder, name));
  }
}

function stateNames(folder: string): readonly string[] {
  return namesIn(join(folder, 'shell')).filter((name) => name.endsWith('.json'));
}

/** The lock held by the process that writes a run. */
export function runLock(folder: string): string {
  return join(folder, 'lock');
}

/** The id of a new run: the time to the millisecond and four letters, so that ids sort by time: `20261123-031205123-k3f9`. */
export function newRunId(now: Date): string {
  return `${now.toISOString().replace(/[-:.Z]/g, '').replace('T', '-')}-${Math.random().toString(36).slice(2, 6).padEnd(4, 'x')}`;
}

/** Makes the folder of a new run. */
export function newRunFolder(state: string, now: Date): { readonly id: string; readonly folder: string } {
  const runs = runsFolder(state);
  makeFolders(runs, 0o700);
  for (let tries = 0; ; tries++) {
    const id = newRunId(now);
    try {
      mkdirSync(join(runs, id), { mode: 0o700 });
      return { id, folder: join(runs, id) };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || tries > 20) throw error;
    }
  }
}

/** Whether a name is the id of a run. */
export function isRunId(name: string): boolean {
  return /^\d{8}-(?:\d{4}|\d{9})-\w+$/.test(name);
}

/** Ids of the runs on this machine, newest first. */
export function runIds(state: string): string[] {
  return namesIn(runsFolder(state)).filter(isRunId).sort().reverse();
}

/** Removes old runs for which `isFinished` holds. */
export function pruneRuns(state: string, now: Date, isFinished: (folder: string) => boolean): void {
  runIds(state).forEach((id, index) => {
    const folder = join(runsFolder(state), id);
    const age = now.getTime() - modified(folder, now);
    if ((index >= KEPT_RUNS || age > KEPT_DAYS * DAY_MS) && isFinished(folder)) removeIfPossible(folder);
  });
}

function modified(path: string, now: Date): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
}
