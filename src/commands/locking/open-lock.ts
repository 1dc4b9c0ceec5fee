import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { RunbookError } from '../../model/index.ts';
import { cutLock, type LockFault, type LockRead } from '../../plan-lock/unread/index.ts';
import { LOCK_NAME, readRegularFile, realPath, repositoryAround } from '../../state/index.ts';

/** The plan lock of a repository, with unparsed entries. */
export interface OpenLock {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute path of the lock file. */
  readonly path: string;
  readonly exists: boolean;
  /** Text of each entry, by path from the root. */
  readonly entries: ReadonlyMap<string, string>;
  /** The line of the lock at which each entry begins. */
  readonly lines: ReadonlyMap<string, number>;
}

/** An entry in a lock, unparsed. */
export interface WrittenEntry {
  readonly lockPath: string;
  readonly name: string;
  readonly text: string;
  /** The line at which it begins. */
  readonly line: number;
}

/** The unparsed entry of a runbook, or `null`. */
export function writtenEntry({ entries, lines, path }: OpenLock, name: string): WrittenEntry | null {
  const text = entries.get(name);
  return text === undefined ? null : { lockPath: path, name, text, line: lines.get(name) ?? 1 };
}

/** The names of entries whose files are gone. */
export function goneNames({ entries, root }: OpenLock): readonly string[] {
  return [...entries.keys()].filter((name) => !existsSync(join(root, name)));
}

/** A limit well above the few megabytes of a lock with every runbook of a large company. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The plan lock around a folder; `null` outside of a repository.
 * @throws RunbookError where it is there and cannot be used.
 */
export function openLock(folder: string): OpenLock | null {
  const root = repositoryAround(folder);
  if (root === null) return null;
  const path = join(root, LOCK_NAME);
  // A broken link counts as a lock too: without its contents, nothing may run as if it had never been locked.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { root, path, exists: false, entries: new Map(), lines: new Map() };
  const read = existsSync(path) ? readRegularFile(path, { most: MOST_BYTES, followLinks: true }) : { ok: false as const, reason: 'it is a link that leads nowhere' };
  if (!read.ok) throw new RunbookError({ what: `cannot read ${path}`, why: read.reason, advice: `fix ${LOCK_NAME}, or take it back from git` });
  return { root, path, exists: true, ...orThrow(path, cutLock(read.bytes.toString('utf8'))) };
}

/** A file's path from the repository's root, with slashes; `null` if it is outside, or in a nested repository, which has a lock of its own. */
export function nameInRepository(root: string, path: string): string | null {
  const real = realPath(path);
  const name = relative(root, real).split(sep).join('/');
  return name === '' || name.startsWith('../') || resolve(root, name) !== real || isInOwnRepository(root, real) ? null : name;
}

function isInOwnRepository(root: string, file: string): boolean {
  for (let folder = dirname(file); folder !== root; folder = dirname(folder)) if (existsSync(join(folder, '.git'))) return true;
  return false;
}

/**
 * The same for a file that must be inside.
 * @throws RunbookError where it is not.
 */
export function nameInside({ root }: OpenLock, file: string, cwd: string): string {
  const name = nameInRepository(root, resolve(cwd, file));
  if (name === null) throw new RunbookError({ what: `${file} has no place in the lock`, why: `it is outside of the repository ${root}, or in one within`, advice: 'go into its own repository' });
  return name;
}

/**
 * The contents of the lock file, or of the part that begins at a line.
 * @throws RunbookError where it cannot be used.
 */
export function orThrow<T>(path: string, read: LockRead<T>, from = 1): T {
  if (read.ok) return read.value;
  throw unusable(path, { ...read.fault, line: from + read.fault.line - 1 });
}

function unusable(path: string, { line, why }: LockFault): RunbookError {
  return new RunbookError({ what: `${LOCK_NAME} cannot be used`, why, where: { path, at: { offset: 0, line, column: 1 } }, advice: 'fix it, or take it back from git and run runbook lock again; nothing was written' });
}
