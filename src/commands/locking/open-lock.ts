import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { RunbookError } from '../../model/index.ts';
import { cutLock, type LockFault, type LockRead } from '../../plan-lock/unread/index.ts';
import { LOCK_NAME, readRegularFile, repositoryAround } from '../../state/index.ts';

/** The plan lock of a repository, its entries still as text. */
export interface OpenLock {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute path of the lock file. */
  readonly path: string;
  readonly exists: boolean;
  /** Text of each entry, by path from the root. */
  readonly entries: ReadonlyMap<string, string>;
}

/** A lock file with every runbook of a large company has a few megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The plan lock around a folder; `null` outside of a repository.
 * @throws RunbookError where it is there and cannot be used.
 */
export function openLock(folder: string): OpenLock | null {
  const root = repositoryAround(folder);
  if (root === null) return null;
  const path = join(root, LOCK_NAME);
  if (!existsSync(path)) return { root, path, exists: false, entries: new Map() };
  const read = readRegularFile(path, { most: MOST_BYTES, followLinks: true });
  if (!read.ok) throw new RunbookError({ what: `cannot read ${path}`, why: read.reason, advice: `mend ${LOCK_NAME}, or take it back from git` });
  const { entries } = orThrow(path, cutLock(read.bytes.toString('utf8')));
  return { root, path, exists: true, entries };
}

/** A file's path from the repository's root, with slashes; `null` where it is outside. */
export function nameInRepository(root: string, path: string): string | null {
  const real = existsSync(path) ? realpathSync(path) : path;
  const name = relative(root, real).split(sep).join('/');
  return name === '' || name.startsWith('../') || resolve(root, name) !== real ? null : name;
}

/**
 * The same of a file that has to be inside.
 * @throws RunbookError where it is not.
 */
export function nameInside({ root }: OpenLock, file: string, cwd: string): string {
  const name = nameInRepository(root, resolve(cwd, file));
  if (name === null) throw new RunbookError({ what: `${file} has no place in the lock`, why: `it is outside of the repository ${root}`, advice: 'go into its own repository' });
  return name;
}

/**
 * What was read of the lock file.
 * @throws RunbookError where it cannot be used.
 */
export function orThrow<T>(path: string, read: LockRead<T>): T {
  if (read.ok) return read.value;
  throw unusable(path, read.fault);
}

function unusable(path: string, { line, why }: LockFault): RunbookError {
  return new RunbookError({ what: `${LOCK_NAME} cannot be used`, why, where: { path, at: { offset: 0, line, column: 1 } }, advice: 'mend it, or take it back from git and run runbook lock again; nothing was written' });
}
