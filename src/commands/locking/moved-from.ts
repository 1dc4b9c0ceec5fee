import { basename } from 'node:path';
import type { Runbook } from '../../model/index.ts';
import type { FormerEntry } from '../../plan-lock/index.ts';
import { goneNames, type OpenLock } from './open-lock.ts';

/** The least share of a moved and changed runbook that its old entry must have. */
const ENOUGH = 0.5;
/** File names that say nothing about the contents. */
const COMMON = /^(?:readme|index|runbook)\.\w+$/;

/** The entry of a runbook that was moved since it was locked (its old file is gone), recognized by its contents, or by its name in another folder or case. `null` if there is none. */
export async function movedFrom(lock: OpenLock, name: string, runbook: Runbook, digest: string): Promise<FormerEntry | null> {
  const gone = goneNames(lock);
  if (gone.length === 0) return null;
  // Code that plans and reads entries is loaded only if an entry has lost its file.
  const [{ entryFor }, { lockableOf }, { likeness, standingOf }] = await Promise.all([import('./entry-for.ts'), import('./lockable.ts'), import('../../plan-lock/index.ts')]);
  const now = lockableOf(runbook, digest);
  const alike = gone.map((old) => ({ old, share: likeness(lock.entries.get(old) ?? '', now.coming) }));
  const [former] = alike.filter(({ old, share }) => share >= ENOUGH || isSameName(old, name)).sort((a, b) => b.share - a.share);
  const entry = former === undefined ? null : entryFor(lock, former.old);
  if (former === undefined || entry === null) return null;
  const standing = standingOf(runbook.path, now, entry);
  return { name: former.old, locked: entry.locked, differences: standing.kind === 'differs' ? standing.differences : [] };
}

function isSameName(a: string, b: string): boolean {
  const [was, is] = [basename(a).toLowerCase(), basename(b).toLowerCase()];
  return was === is && !COMMON.test(is);
}
