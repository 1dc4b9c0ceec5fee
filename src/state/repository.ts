import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Name of the plan lock, at the root of a repository. */
export const LOCK_NAME = 'runbook.lock';

/** The repository around a folder, links resolved, or `null`. No program is asked: the file system tells. */
export function repositoryAround(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return realpathSync(at);
    if (dirname(at) === at) return null;
  }
}

/** The folder whose settings and plan lock count for a file: its own, or, where that is in no repository and the file is a link into one, that of the file there. */
export function homeFolder(path: string): string {
  const folder = dirname(path);
  if (repositoryAround(folder) !== null || !existsSync(path)) return folder;
  const real = dirname(realpathSync(path));
  return repositoryAround(real) === null ? folder : real;
}

/** Whether the repository around a folder has a plan lock, be it a link that leads nowhere. */
export function hasPlanLock(folder: string): boolean {
  const root = repositoryAround(folder);
  return root !== null && lstatSync(join(root, LOCK_NAME), { throwIfNoEntry: false }) !== undefined;
}
