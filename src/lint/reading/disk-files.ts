import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../../model/index.ts';
import { foldersUp, namesIn } from '../../state/index.ts';
import { pageAt } from '../facts/index.ts';
import type { Files } from '../rule.ts';
import { codeOwners } from './code-owners.ts';
import { remembered } from './remembered.ts';

/** The files on disk around the runbooks; each path is looked up once. `anchors` reads a Markdown file. */
export function diskFiles(cwd: string, anchors: (path: string) => ReadonlySet<string> | null): Files {
  const kind = remembered((path: string) => kindOf(resolve(cwd, path)));
  const page = remembered((path: string) => pageAt(path, kind));
  const names = remembered((folder: string) => namesIn(resolve(cwd, folder)));
  const knownAnchors = remembered(anchors);
  const ancestors = remembered((folder: string) => foldersUp(resolve(cwd, folder)));
  const owned = remembered(codeOwners(cwd));
  return { kind, page, names, anchors: (path) => knownAnchors(path), ancestors, owned };
}

/** What cannot be looked at counts as a file: nobody here knows better. What no file can be called is none. */
function kindOf(path: string): 'file' | 'folder' | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    return stats.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return UNSEEN.has(errorCode(error)) ? 'file' : null;
  }
}

const UNSEEN: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);
