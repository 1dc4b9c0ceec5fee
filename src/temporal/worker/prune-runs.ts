import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { foldAll } from '../../events/index.ts';
import { KEPT_DAYS, readJournal, runsFolder } from '../../state/index.ts';
import { begunIds } from './worker-runs.ts';

/** Removes what a worker keeps of runs that ended long ago, as runs of this machine are. Of a run that is open nothing is removed. */
export function pruneWorkerRuns(folder: string, now: Date): void {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const [id] = begunIds(join(folder, name));
    const run = id === undefined ? null : join(runsFolder(join(folder, name)), id);
    if (run === null || now.getTime() - statSync(join(run, 'events.ndjson')).mtimeMs < KEPT_DAYS * 86_400_000) continue;
    if (foldAll(name, readJournal(run)).status !== 'running') rmSync(join(folder, name), { recursive: true, force: true });
  }
}
