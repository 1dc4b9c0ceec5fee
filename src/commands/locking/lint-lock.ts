import { resolve } from 'node:path';
import type { World } from '../../lint/index.ts';
import { checkLock } from './check-lock.ts';
import { openLock } from './open-lock.ts';

/**
 * In what runbooks differ from the plan lock around a folder, for lint; a rule asks for one of them at a time.
 * @throws RunbookError where the lock cannot be used.
 */
export async function lockForLint(paths: readonly string[], cwd: string): Promise<World['lockDifferences']> {
  const lock = openLock(cwd);
  if (lock === null || !lock.exists) return () => [];
  const { differences } = await checkLock(lock, paths, { cwd });
  const byFile = Map.groupBy(differences, ({ path }) => resolve(cwd, path));
  return (path) => byFile.get(resolve(cwd, path)) ?? [];
}
