import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder and those above it up to the repository's root; outside of a repository only the folder. */
export function foldersUp(start: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [start];
  }
}
