import { resolve } from 'node:path';
import type { World } from '../../lint/index.ts';
import { checkLock } from './check-lock.ts';
import { nameInRepository, openLock } from './open-lock.ts';

/**
 * How runbooks differ from the plan lock around a folder, for lint; a rule asks for one runbook at a time.
 * @throws RunbookError where the lock cannot be used.
 */
export async function lockForLint(paths: readonly string[], cwd: string): Promise<World['lockDifferences']> {
  const lock = openLock(cwd);
  if (lock === null || !lock.exists) return () => [];
  const inside = paths.filter((path) => nameInRepository(lock.root, resolve(cwd, path)) !== null);
  const differences = inside.length === 0 ? [] : (await checkLock(lock, inside, { cwd })).differences;
  const byFile = Map.groupBy(differences, ({ path }) => resolve(cwd, path));
  return (path) => byFile.get(resolve(cwd, path)) ?? [];
}
