import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The file name of the plan lock, at the root of a repository. */
export const LOCK_NAME = 'runbook.lock';

/** The root of the repository around a folder, links resolved, or `null`. Read from the file system, without running git. */
export function repositoryAround(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return realpathSync(at);
    if (dirname(at) === at) return null;
  }
}

/** The folder and those above it up to the repository's root; outside of a repository only the folder. */
export function foldersUp(start: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [start];
  }
}

/** The folder whose settings and plan lock apply to a file: its own, or, if that is in no repository and the file is a link into one, that of the link's target. */
export function homeFolder(path: string): string {
  const folder = dirname(path);
  if (repositoryAround(folder) !== null || !existsSync(path)) return folder;
  const real = dirname(realpathSync(path));
  return repositoryAround(real) === null ? folder : real;
}

/** Whether the repository around a folder has a plan lock, even if it is a broken link. */
export function hasPlanLock(folder: string): boolean {
  const root = repositoryAround(folder);
  return root !== null && lstatSync(join(root, LOCK_NAME), { throwIfNoEntry: false }) !== undefined;
}
