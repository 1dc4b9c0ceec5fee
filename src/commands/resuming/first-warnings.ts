import { join } from 'node:path';
import { journalStart, livingHolder, runIds, runLock, runsFolder } from '../../state/index.ts';
import { findRun } from './find-run.ts';
import type { Opening } from '../running/machine.ts';
import { isUnfinished } from './resumable.ts';

/** Of the runs on this machine so many are looked at, newest first. */
const MOST_RUNS = 30;

/** What somebody should know before the first command: of a resumed run what has changed since, of a new one that the latest run of this runbook (on this target, where one is chosen) was left unfinished. */
export async function firstWarnings(open: Opening): Promise<readonly string[]> {
  if (open.resume !== undefined) return open.resume.warnings.map(({ text }) => text);
  return open.engine === undefined ? leftUnfinished(open) : [];
}

async function leftUnfinished({ plan, path, state }: Opening): Promise<readonly string[]> {
  const target = plan.target?.name ?? null;
  const folderOf = (id: string): string => join(runsFolder(state), id);
  const id = runIds(state).slice(0, MOST_RUNS).find((each) => {
    const start = journalStart(folderOf(each));
    return start?.runbook === path && (target === null || start.target === target);
  });
  // Beside one that is still open a second is refused, with words of its own.
  if (id === undefined || (await livingHolder(runLock(folderOf(id)))) !== null) return [];
  const run = readable(state, id);
  if (run?.state.started == null || !isUnfinished(run)) return [];
  const { time, operator, target: on } = run.state.started;
  return [`not finished: the run that ${operator} began at ${time.slice(0, 16).replace('T', ' ')} UTC${on === null ? '' : ` on ${on}`}`, `to go on with it: runbook resume ${id}`];
}

/** A run whose journal cannot be read is told by `runbook runs`. */
function readable(state: string, id: string): ReturnType<typeof findRun> | null {
  try {
    return findRun(state, id);
  } catch {
    return null;
  }
}
