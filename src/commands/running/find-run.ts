import { join } from 'node:path';
import { foldAll } from '../../events/index.ts';
import type { RunState } from '../../events/index.ts';
import { closest, RunbookError } from '../../model/index.ts';
import { readJournal, runIds, runsFolder } from '../../state/index.ts';

/** A run of this machine, as its journal tells it. */
export interface StoredRun {
  readonly id: string;
  readonly folder: string;
  readonly state: RunState;
}

/** The runs of this machine, newest first; one whose journal cannot be read is left out. */
export function storedRuns(stateFolder: string): StoredRun[] {
  return runIds(stateFolder).flatMap((id) => readRun(stateFolder, id) ?? []);
}

/**
 * The run with an id, or the only one whose id begins or ends so.
 * @throws RunbookError where there is none.
 */
export function findRun(stateFolder: string, id: string): StoredRun {
  const ids = runIds(stateFolder);
  const matching = ids.filter((candidate) => candidate === id || candidate.startsWith(id) || candidate.endsWith(id));
  const found = matching.length === 1 && matching[0] !== undefined ? readRun(stateFolder, matching[0]) : null;
  if (found !== null) return found;
  const [near] = closest(id, ids);
  const why = matching.length > 1 ? `${matching.length} runs match` : near === undefined ? undefined : `did you mean ${near}?`;
  throw new RunbookError({ what: `no run ${id} on this machine`, ...(why === undefined ? {} : { why }), advice: 'runbook runs lists them' });
}

function readRun(stateFolder: string, id: string): StoredRun | null {
  const folder = join(runsFolder(stateFolder), id);
  try {
    const state = foldAll(id, readJournal(folder));
    return state.started === null ? null : { id, folder, state };
  } catch {
    return null;
  }
}
