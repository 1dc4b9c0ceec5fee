import { resolve } from 'node:path';
import type { Runbook } from '../../model/index.ts';
import { entryState, plainSignature } from '../../plan-lock/unread/index.ts';
import { homeFolder } from '../../state/index.ts';
import { digestOf } from './file-bytes.ts';
import type { LockedState } from './lockable.ts';
import { movedFrom } from './moved-from.ts';
import { nameInRepository, openLock } from './open-lock.ts';
import { readerVersion } from './reader-version.ts';

/**
 * The standing of a runbook to the lock.
 * @throws RunbookError where the lock is there and cannot be used.
 */
export async function lockedState(runbook: Runbook, path: string, cwd: string): Promise<LockedState> {
  const lock = openLock(homeFolder(resolve(cwd, path)));
  const name = lock === null ? null : nameInRepository(lock.root, resolve(cwd, path));
  const text = name === null ? undefined : lock?.entries.get(name);
  if (lock === null || name === null) return { runbook, standing: { kind: 'not-locked' }, answers: [] };
  const bytes = digestOf(path, cwd);
  if (text === undefined) {
    const formerly = await movedFrom(lock, name, runbook, bytes);
    return { runbook, standing: { kind: 'not-locked', ...(formerly === null ? {} : { formerly }) }, answers: [] };
  }
  const state = entryState(text);
  const unchanged = state?.digest === bytes && state.reader === readerVersion();
  const locked = unchanged ? plainSignature(text) : null;
  if (locked !== null) return { runbook, standing: { kind: 'as-locked', locked }, answers: [] };
  // Code that reads an entry is loaded only if the entry differs or settles something.
  const [{ entryFor }, { comparedState }] = await Promise.all([import('./entry-for.ts'), import('./lockable.ts')]);
  const entry = entryFor(lock, name);
  return entry === null ? { runbook, standing: { kind: 'not-locked' }, answers: [] } : comparedState(runbook, path, entry, bytes, unchanged);
}
