import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { isMarkdownName } from '../model/index.ts';
import { type Ignores, ignoresAbove, isIgnored, NEVER_ENTERED, readIgnores } from './find-markdown.ts';

/** Limits of the quick look: folders opened, and levels below the first. */
const MOST_FOLDERS = 200;
const DEEPEST = 5;
/** Folders whose name says that runbooks are in them. */
const LIKELY = /^(?:run|play)-?books?$/i;

interface Folder {
  readonly path: string;
  readonly depth: number;
  /** Whether its name, or that of a folder above it, says that it holds runbooks. */
  readonly likely: boolean;
  readonly ignores: readonly Ignores[];
}

/**
 * Some Markdown files below a folder, found quickly: first those in folders named for runbooks, then the nearest.
 * What `.gitignore` names, hidden folders and links are left out.
 */
export async function nearMarkdown(cwd: string, most: number): Promise<readonly string[]> {
  const found: { readonly file: string; readonly likely: boolean }[] = [];
  const waiting: Folder[] = [{ path: cwd, depth: 0, likely: LIKELY.test(basename(cwd)), ignores: ignoresAbove(cwd) }];
  for (let entered = 0; entered < MOST_FOLDERS && found.length < most; entered++) {
    const next = waiting.findIndex(({ likely }) => likely);
    const [folder] = waiting.splice(Math.max(0, next), 1);
    if (folder === undefined) break;
    const { files, folders } = await look(folder);
    found.push(...files.map((file) => ({ file: relative(cwd, file), likely: folder.likely })));
    waiting.push(...folders);
  }
  const inOrder = [...found.filter(({ likely }) => likely), ...found.filter(({ likely }) => !likely)];
  return inOrder.slice(0, most).map(({ file }) => file);
}

async function look({ path, depth, likely, ignores: above }: Folder): Promise<{ readonly files: readonly string[]; readonly folders: readonly Folder[] }> {
  const entries = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
  const ignores = entries.some(({ name }) => name === '.gitignore') ? [...above, ...(readIgnores(path))] : above;
  const files: string[] = [];
  const folders: Folder[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isFile() && isMarkdownName(entry.name) && !isIgnored(inner, ignores)) files.push(inner);
    const enters = entry.isDirectory() && depth < DEEPEST && !entry.name.startsWith('.') && !NEVER_ENTERED.has(entry.name);
    if (enters && !isIgnored(`${inner}${sep}`, ignores)) folders.push({ path: inner, depth: depth + 1, likely: likely || LIKELY.test(entry.name), ignores });
  }
  return { files, folders };
}
