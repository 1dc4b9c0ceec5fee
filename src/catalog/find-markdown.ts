import { type Dirent, existsSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { closest, isMarkdownName, RunbookError } from '../model/index.ts';
import { entriesIn } from '../state/index.ts';

/** The files that the given paths, folders and globs name. */
interface FoundMarkdown {
  /** Relative to `cwd` where the argument was relative; each file once, sorted within each argument. */
  readonly files: readonly string[];
  /** Arguments that match nothing. */
  readonly missing: readonly string[];
}

/** Folders that never hold files of the user's own. */
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);
const OF_A_RUN: readonly string[] = ['events.ndjson', 'output'];

/** The Markdown files that paths, folders and globs (quoted or not) name. `.gitignore` is honoured except for a file named outright. */
export function findMarkdown(paths: readonly string[], cwd: string): FoundMarkdown {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const found = findOne(path, cwd);
    if (found === null) missing.push(path);
    else for (const file of found) files.add(file);
  }
  return { files: [...files], missing };
}

function findOne(path: string, cwd: string): readonly string[] | null {
  const info = statOf(resolve(cwd, path));
  if (info?.isDirectory() === true) return walk(resolve(cwd, path), () => true).map((file) => nameLike(path, file, cwd));
  if (info !== null) return [path];
  const { base, isGlob } = picomatch.scan(path);
  if (isGlob !== true) return null;
  const matches = picomatch(resolve(cwd, path).split(sep).join('/'), { dot: true });
  const root = resolve(cwd, base);
  if (!existsSync(root)) return null;
  const found = walk(root, (file) => matches(file.split(sep).join('/'))).map((file) => nameLike(path, file, cwd));
  return found.length === 0 ? null : found;
}

function nameLike(given: string, file: string, cwd: string): string {
  return resolve(given) === given || given.startsWith(sep) ? file : relative(cwd, file);
}

/** The rules of one `.gitignore`. */
export interface Ignores {
  readonly folder: string;
  readonly rules: Ignore;
}

function walk(root: string, wanted: (file: string) => boolean): readonly string[] {
  const found: string[] = [];
  enter(root, ignoresAbove(root), wanted, found);
  return found;
}

function enter(folder: string, above: readonly Ignores[], wanted: (file: string) => boolean, found: string[]): void {
  const entries = entriesIn(folder);
  // The folder of a run has a copy of its runbook.
  if (OF_A_RUN.every((own) => entries.some(({ name }) => name === own))) return;
  const ignores = entries.some(({ name }) => name === '.gitignore') ? [...above, ...readIgnores(folder)] : above;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER_ENTERED.has(entry.name) && !isIgnored(`${path}${sep}`, ignores)) enter(path, ignores, wanted, found);
    } else if (isMarkdownName(entry.name) && wanted(path) && !isIgnored(path, ignores) && (entry.isFile() || isLinkedFile(entry, path))) {
      found.push(path);
    }
  }
}

function isLinkedFile(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() && statOf(path)?.isFile() === true;
}

/** As in git, the last rule that matches a path decides, and the rules of the nearest file come last. */
export function isIgnored(path: string, ignores: readonly Ignores[]): boolean {
  let ignored = false;
  for (const { folder, rules } of ignores) {
    const name = relative(folder, path).split(sep).join('/') + (path.endsWith(sep) ? '/' : '');
    const verdict = rules.test(name);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

/** The ignore rules of a folder's parents, up to the top of the repository. */
export function ignoresAbove(root: string): readonly Ignores[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) folders.unshift(folder);
    if (existsSync(join(folder, '.git'))) return [...readExcludes(folder), ...folders.flatMap(readIgnores)];
    if (dirname(folder) === folder) return [];
  }
}

/** The ignore rules of a folder itself. */
export function readIgnores(folder: string): readonly Ignores[] {
  return readRules(folder, join(folder, '.gitignore'));
}

function readExcludes(top: string): readonly Ignores[] {
  return readRules(top, join(top, '.git', 'info', 'exclude'));
}

function readRules(folder: string, file: string): readonly Ignores[] {
  try {
    return [{ folder, rules: ignore().add(readFileSync(file, 'utf8')) }];
  } catch {
    return [];
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** The error for an argument that matches nothing. */
export function nothingNamed(path: string, files: readonly string[]): RunbookError {
  return new RunbookError({ what: `cannot read ${path}`, why: 'no such file or folder, and no Markdown file matches', advice: nearest(path, files) });
}

function nearest(path: string, files: readonly string[]): string {
  const [near] = closest(path, files);
  return near === undefined ? 'give files, folders or quoted globs' : `did you mean ${near}?`;
}
