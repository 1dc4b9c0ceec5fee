import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { foldAll } from '../../events/index.ts';
import { DAY_MS } from '../../model/index.ts';
import { journalFile, KEPT_DAYS, readJournal, runsFolder } from '../../state/index.ts';
import { begunIds } from './worker-runs.ts';

/** Removes a worker's data of runs that ended long ago, like runs of this machine. Open runs are kept. */
export function pruneWorkerRuns(folder: string, now: Date): void {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const [id] = begunIds(join(folder, name));
    const run = id === undefined ? null : join(runsFolder(join(folder, name)), id);
    if (run === null || now.getTime() - statSync(journalFile(run)).mtimeMs < KEPT_DAYS * DAY_MS) continue;
    if (foldAll(name, readJournal(run)).status !== 'running') rmSync(join(folder, name), { recursive: true, force: true });
  }
}
