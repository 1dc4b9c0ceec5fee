import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Files } from '../rule.ts';

/** The files on disk around the runbooks; each path is looked at once. `anchors` reads a Markdown file. */
export function diskFiles(cwd: string, anchors: (path: string) => ReadonlySet<string> | null): Files {
  const kind = remembered((path: string) => kindOf(resolve(cwd, path)));
  const knownAnchors = remembered(anchors);
  const ancestors = remembered((folder: string) => foldersUp(resolve(cwd, folder)));
  return { kind, anchors: (path) => knownAnchors(path), ancestors };
}

function remembered<Value>(read: (path: string) => Value): (path: string) => Value {
  const values = new Map<string, Value>();
  return (path) => {
    const known = values.get(path);
    if (known !== undefined) return known;
    const value = read(path);
    values.set(path, value);
    return value;
  };
}

function kindOf(path: string): 'file' | 'folder' | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : stats.isDirectory() ? 'folder' : 'file';
}

/** The folder and those above it up to the repository's root; outside of a repository only the folder. */
function foldersUp(start: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [start];
  }
}
