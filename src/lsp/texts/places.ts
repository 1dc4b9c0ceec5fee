import { basename, dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { foldersUp } from '../../state/index.ts';

/** A file as lint names it: a path from a folder. */
export interface FilePlace {
  readonly cwd: string;
  readonly path: string;
}

/** Where the file of an address is, or `null` for what is no text of this machine (`git:`, `output:`). A text that was never saved is in the working folder. */
export function placeOf(uri: string, folders: readonly string[], cwd: string): FilePlace | null {
  if (uri.startsWith('untitled:')) return { cwd, path: `${basename(uri.slice('untitled:'.length)) || 'untitled'}.md` };
  const file = fileOf(uri);
  if (file === null) return null;
  const inside = folders.filter((folder) => file.startsWith(folder.endsWith(sep) ? folder : folder + sep)).sort((a, b) => b.length - a.length)[0];
  const base = inside ?? foldersUp(dirname(file)).at(-1) ?? dirname(file);
  return { cwd: base, path: relative(base, file).split(sep).join('/') };
}

/** The path of a `file:` address, or `null` for any other. */
export function fileOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** The address of a file. */
export function uriOf({ cwd, path }: FilePlace): string {
  return pathToFileURL(resolve(cwd, path)).href;
}
