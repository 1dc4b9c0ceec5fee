import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type GitResult, gitText, runGit } from './git.ts';

/** A file in a repository. */
export interface TrackedFile {
  /** Absolute, links resolved. */
  readonly path: string;
  readonly top: string;
  /** Path in the repository, with slashes. */
  readonly name: string;
}

/** An entry of a tree or an index. */
export interface Entry {
  readonly mode: string;
  readonly blob: string;
}

/** Finds a file's repository; `null` where it is in none. */
export async function trackedFile(path: string): Promise<TrackedFile | null> {
  const real = await realpath(path).catch(() => resolve(path));
  const top = await gitText(['rev-parse', '--show-toplevel'], { cwd: dirname(real) });
  if (top === null || top === '') return null;
  return { path: real, top, name: relative(await realpath(top), real).split(sep).join('/') };
}

/** The name of an unfinished merge, rebase, cherry-pick or revert, which a commit made now would become part of. */
export async function unfinishedWork(top: string): Promise<string | null> {
  const states: readonly (readonly [string, string])[] = [['MERGE_HEAD', 'merge'], ['rebase-merge', 'rebase'], ['rebase-apply', 'rebase'], ['CHERRY_PICK_HEAD', 'cherry-pick'], ['REVERT_HEAD', 'revert']];
  for (const [file, name] of states) {
    const path = await gitText(['rev-parse', '--git-path', file], { cwd: top });
    if (path !== null && existsSync(resolve(top, path))) return name;
  }
  return null;
}

/** A file's entry in a commit. */
export async function treeEntry(file: TrackedFile, commit: string): Promise<Entry | null> {
  return entryOf(await gitText(['ls-tree', commit, '--', file.name], { cwd: file.top }), 2);
}

/** A file's entry in the index, unless it is in conflict. */
export async function indexEntry(file: TrackedFile): Promise<Entry | null> {
  return entryOf(await gitText(['ls-files', '-s', '--', file.name], { cwd: file.top }), 1);
}

/** `100644 blob 1234…\tname` or `100644 1234… 0\tname`. */
function entryOf(line: string | null, blobAt: number): Entry | null {
  const fields = (line ?? '').split('\t')[0]?.split(' ') ?? [];
  const [mode, blob] = [fields[0], fields[blobAt]];
  return mode === undefined || blob === undefined || !mode.startsWith('100') || line?.includes('\n') === true ? null : { mode, blob };
}

/** A blob's text; `null` where it is not UTF-8, which an edit would damage. */
export async function blobText(file: TrackedFile, blob: string): Promise<string | null> {
  const result = await runGit(['cat-file', 'blob', blob], { cwd: file.top });
  return result.ok && !result.stdout.includes('\ufffd') ? result.stdout : null;
}

/** Stores a text as a blob. */
export async function storeBlob(file: TrackedFile, text: string): Promise<string | null> {
  return gitText(['hash-object', '-w', '--stdin', '--no-filters'], { cwd: file.top, input: text });
}

/** Puts an entry into an index, the repository's own or another, and tries again while someone else holds it. */
export async function setEntry(file: TrackedFile, entry: Entry, index?: string): Promise<GitResult> {
  return patiently(() => runGit(['update-index', '--cacheinfo', `${entry.mode},${entry.blob},${file.name}`], { cwd: file.top, ...(index === undefined ? {} : { index }) }));
}

/** Whether nobody else is changing the repository's index. */
export async function indexIsFree(top: string): Promise<GitResult> {
  const path = resolve(top, (await gitText(['rev-parse', '--git-path', 'index.lock'], { cwd: top })) ?? '');
  return { ok: !existsSync(path), stdout: '', reason: `another git process is at work: ${path} exists` };
}

/** Does some work with a temporary index that starts as a commit's tree. */
export async function withIndexOf<T>(file: TrackedFile, commit: string, work: (index: string) => Promise<T>): Promise<T | null> {
  const folder = await gitText(['rev-parse', '--absolute-git-dir'], { cwd: file.top });
  if (folder === null) return null;
  const index = join(folder, `runbook-${process.pid}-${randomBytes(4).toString('hex')}.index`);
  try {
    const read = await runGit(['read-tree', commit], { cwd: file.top, index });
    return read.ok ? await work(index) : null;
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

/** Repeats a command that failed because another git process held a lock. */
export async function patiently(command: () => Promise<GitResult>): Promise<GitResult> {
  for (let attempt = 0; ; attempt++) {
    const result = await command();
    if (result.ok || attempt >= 20 || !/\.lock|cannot lock ref/.test(result.reason)) return result;
    await pause(50 + 100 * Math.random());
  }
}
