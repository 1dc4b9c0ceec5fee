import { resolve } from 'node:path';
import { RunbookError } from '../model/index.ts';
import { runGit } from './git.ts';

/** A range of lines, both included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines that changed, by absolute path; `all` for a file that git does not know yet, none for one that is gone. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[] | 'all'>;

/** The lines of the working tree that changed since it branched off a ref, and the files that are new. */
export async function changedSince(ref: string, cwd: string): Promise<ChangedLines> {
  const top = (await git(['rev-parse', '--show-toplevel'], cwd, ref)).trim();
  const base = (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], cwd, ref)).trim();
  const from = await git(['merge-base', base, 'HEAD'], cwd, ref).then((text) => text.trim(), () => base);
  const diff = await git(['-c', 'core.quotePath=false', 'diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/', from, '--'], top, ref);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], top, ref);
  const changed = new Map<string, readonly LineRange[] | 'all'>();
  for (const [path, ranges] of readDiff(diff)) changed.set(resolve(top, path), ranges);
  for (const path of untracked.split('\0').filter((name) => name !== '')) changed.set(resolve(top, path), 'all');
  return changed;
}

/** The added and changed lines of a diff without context, by path; deleted files have none. */
export function readDiff(diff: string): ReadonlyMap<string, readonly LineRange[]> {
  const changed = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let gone: string | null = null;
  let inHunk = 0;
  for (const line of diff.split('\n')) {
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk !== null) {
      const [, removed = '1', start = '0', added = '1'] = hunk;
      if (Number(added) > 0) ranges.push({ from: Number(start), to: Number(start) + Number(added) - 1 });
      inHunk = Number(removed) + Number(added);
    } else if (inHunk > 0 && /^[-+]/.test(line)) {
      inHunk--;
    } else if (line.startsWith('rename from ')) {
      const from = pathIn(line.slice('rename from '.length), '');
      if (from !== null) changed.set(from, []);
    } else if (line.startsWith('--- ')) {
      gone = pathIn(line.slice(4), 'a/');
    } else if (line.startsWith('+++ ')) {
      ranges = [];
      const path = pathIn(line.slice(4), 'b/') ?? gone;
      if (path !== null) changed.set(path, ranges);
    }
  }
  return changed;
}

function pathIn(name: string, prefix: string): string | null {
  const plain = name.startsWith('"') ? unquoted(name) : name.replace(/\t$/, '');
  return plain.startsWith(prefix) ? plain.slice(prefix.length) : null;
}

function unquoted(name: string): string {
  try {
    return String(JSON.parse(name));
  } catch {
    return name.slice(1, -1);
  }
}

async function git(args: readonly string[], cwd: string, ref: string): Promise<string> {
  const { ok, stdout, reason } = await runGit(args, { cwd });
  if (ok) return stdout;
  throw new RunbookError({ what: `cannot tell what changed since ${ref}`, why: reason || 'git knows no such commit', advice: 'in CI, fetch enough history: git fetch origin main, or fetch-depth: 0' });
}
