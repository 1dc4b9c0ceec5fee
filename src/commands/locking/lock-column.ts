import { resolve } from 'node:path';
import type { Io } from '../../model/index.ts';
import type { ListedRunbook } from '../../print/index.ts';
import { compareNamed } from './check-lock.ts';
import { nameInRepository, openLock } from './open-lock.ts';

/**
 * The standing of runbooks to the lock around a folder: compares bytes, and reads a runbook only if they changed.
 * @throws RunbookError where the lock cannot be used.
 */
export async function lockColumn(paths: readonly string[], io: Pick<Io, 'cwd'>): Promise<(path: string) => ListedRunbook['lock']> {
  const lock = openLock(io.cwd);
  if (lock === null) return () => null;
  const names = new Map(paths.map((path) => [path, nameInRepository(lock.root, resolve(io.cwd, path))]));
  const locked = [...names.values()].filter((name) => name !== null && lock.entries.has(name)) as readonly string[];
  const compared = await compareNamed(lock, locked, io);
  return (path) => {
    const name = names.get(path) ?? null;
    if (name === null) return null;
    if (!lock.entries.has(name)) return 'not-locked';
    return (compared.get(name)?.differences ?? []).length === 0 ? 'as-locked' : 'changed';
  };
}
