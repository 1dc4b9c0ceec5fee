import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldAll, type RunEvent, type RunState } from '../../events/index.ts';
import { closest, errorMessage, RunbookError } from '../../model/index.ts';
import { handedOverFile, holdsLines, journalFile, readJournal, readRegularFile, runIds, runsFolder } from '../../state/index.ts';

/** A run of this machine, from its journal. */
export interface StoredRun {
  readonly id: string;
  readonly folder: string;
  readonly state: RunState;
  /** The machine that it ran on last, and who ran it there. */
  readonly host: string;
  readonly operator: string | null;
  /** Who handed it over, if somebody did; then it is closed here. */
  readonly handedOver: string | null;
}

/** A run whose journal cannot be read. */
interface UnreadableRun {
  readonly id: string;
  /** Path of its journal. */
  readonly path: string;
  readonly reason: string;
}

/** The runs of this machine, newest first, including those whose journal cannot be read. */
export function readRuns(stateFolder: string): { readonly runs: readonly StoredRun[]; readonly unreadable: readonly UnreadableRun[] } {
  const all = runIds(stateFolder).map((id) => readRun(stateFolder, id));
  return { runs: all.filter((run) => run !== null && 'state' in run), unreadable: all.filter((run) => run !== null && 'reason' in run) };
}

/** The runs whose journal can be read. */
export function storedRuns(stateFolder: string): readonly StoredRun[] {
  return readRuns(stateFolder).runs;
}

/**
 * The run with an id, or the only one whose id begins or ends so.
 * @throws RunbookError where there is none, or its journal cannot be read.
 */
export function findRun(stateFolder: string, id: string): StoredRun {
  const ids = runIds(stateFolder);
  const matching = ids.filter((candidate) => candidate === id || candidate.startsWith(id) || candidate.endsWith(id));
  const found = matching.length === 1 && matching[0] !== undefined ? readRun(stateFolder, matching[0]) : null;
  if (found !== null && 'state' in found) return found;
  if (found !== null) throw new RunbookError({ what: `cannot read run ${found.id}`, why: `${found.path}: ${found.reason}`, advice: 'nothing is known of that run; move its folder away' });
  if (matching.length > 1) throw new RunbookError({ what: `"${id}" names no single run`, why: `${matching.length} runs of this machine begin or end with it`, advice: 'give more of the id: runbook runs lists them' });
  const [near] = closest(id, ids.filter((other) => other !== id));
  throw new RunbookError({ what: `no run ${id} on this machine`, ...(near === undefined ? {} : { why: `did you mean ${near}?` }), advice: 'runbook runs lists them' });
}

/** `null` for a run that was cut off before it had begun. */
function readRun(stateFolder: string, id: string): StoredRun | UnreadableRun | null {
  const folder = join(runsFolder(stateFolder), id);
  const path = journalFile(folder);
  if (!existsSync(path)) return null;
  try {
    const events = readJournal(folder);
    const state = foldAll(id, events);
    if (state.started !== null) return { id, folder, state, ...lastStart(events), handedOver: readHandedOver(folder) };
    return !holdsLines(folder) ? null : { id, path, reason: 'it does not say how the run began' };
  } catch (error) {
    return { id, path, reason: errorMessage(error) };
  }
}

function lastStart(events: readonly RunEvent[]): Pick<StoredRun, 'host' | 'operator'> {
  const start = events.findLast((event) => event.type === 'run-started');
  return { host: start?.host ?? '', operator: start?.operator ?? null };
}

function readHandedOver(folder: string): string | null {
  if (!existsSync(handedOverFile(folder))) return null;
  const read = readRegularFile(handedOverFile(folder), { most: 1000 });
  return read.ok ? read.bytes.toString('utf8') : 'somebody';
}
