import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../model/index.ts';
import { isAlive, processStart } from './process-alive.ts';

/** Who holds a lock and since when. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** What it is held for, e.g. a run's id or its operator. */
  readonly purpose: string;
  /** The kernel's start time of the process. */
  readonly start: string | null;
  readonly token: string;
}

/** A lock that this process holds. */
export interface Lock {
  readonly release: () => Promise<void>;
}

/** The lock, or who has it; `null` where its file cannot be read. */
export type LockResult = { readonly status: 'locked'; readonly lock: Lock } | { readonly status: 'busy'; readonly holder: LockHolder | null };

interface LockOptions {
  /** Milliseconds to wait for a living holder; 0: do not wait. */
  readonly wait: number;
  readonly purpose?: string;
}

/** Takes a lock file. A lock left by a dead process of this machine is taken over; a living holder is waited for. File system errors are thrown. */
export async function takeLock(path: string, options: LockOptions): Promise<LockResult> {
  const mine: LockHolder = { ...processHere(), since: new Date().toISOString(), purpose: options.purpose ?? '', token: randomUUID() };
  const deadline = performance.now() + options.wait;
  for (let attempt = 0; ; attempt++) {
    if (await create(path, mine)) {
      await removeDeadDrafts(path);
      return { status: 'locked', lock: { release: () => release(path, mine.token) } };
    }
    const holder = await lockHolder(path);
    if (holder === 'gone') continue;
    if (isLeft(holder) && (await removeLeft(path, holder))) continue;
    if (performance.now() >= deadline) return { status: 'busy', holder: holder === 'empty' ? null : holder };
    await pause(Math.min(10 + 10 * attempt, 100) * (0.5 + Math.random()), undefined, { ref: true });
  }
}

/** What a lock file holds: `gone` if there is none, `empty` if a power cut took its text, `null` if it cannot be read. */
type Held = LockHolder | null | 'gone' | 'empty';

async function lockHolder(path: string): Promise<Held> {
  try {
    const text = await readFile(path, 'utf8');
    if (/^[\0\s]*$/.test(text)) return 'empty';
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : null;
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : null;
  }
}

/** Who holds a lock, ignoring dead processes of this machine; `null` if nobody does. */
export async function livingHolder(path: string): Promise<LockHolder | null> {
  const holder = await lockHolder(path);
  return typeof holder === 'string' || holder === null || isDead(holder) ? null : holder;
}

/** Whether nobody can hold a lock any more. A living one is never empty, since it is written before it is linked into place. */
function isLeft(holder: Held): holder is LockHolder | 'empty' {
  return holder === 'empty' || (typeof holder === 'object' && holder !== null && isDead(holder));
}

/** Identifies this process for others on its machine. */
export function processHere(): Pick<LockHolder, 'pid' | 'host' | 'start'> {
  return { pid: process.pid, host: hostname(), start: processStart(process.pid) };
}

/** Whether the process that made a lock is dead; always `false` for another machine, where nobody here can tell. */
export function isDead(holder: Pick<LockHolder, 'pid' | 'host' | 'start'>): boolean {
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  const start = processStart(holder.pid);
  return start !== null && holder.start !== null && start !== holder.start;
}

/** Writes the lock beside its place and links it there, so that nobody sees it half-written. */
async function create(path: string, holder: LockHolder): Promise<boolean> {
  const draft = `${path}.${holder.pid}-${holder.token.slice(0, 8)}`;
  try {
    await writeFile(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o644 });
    await link(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

/** Removes the drafts of processes that were killed before they linked their lock into place. */
async function removeDeadDrafts(path: string): Promise<void> {
  const name = basename(path);
  for (const entry of await readdir(dirname(path)).catch((): string[] => [])) {
    const pid = entry.startsWith(`${name}.`) ? /^(?<pid>\d+)-[0-9a-f]{8}$/.exec(entry.slice(name.length + 1))?.groups?.['pid'] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) await unlink(join(dirname(path), entry)).catch(() => undefined);
  }
}

async function release(path: string, token: string): Promise<void> {
  const holder = await lockHolder(path);
  if (tokenOf(holder) === token) await unlink(path).catch(() => undefined);
}

/** What tells two locks of the same place apart. */
function tokenOf(held: Held): string | null {
  return typeof held === 'object' && held !== null ? held.token : held;
}

/** Removes a lock that was left behind. A second lock file guards this, or two waiters could remove each other's new lock. */
async function removeLeft(path: string, left: LockHolder | 'empty'): Promise<boolean> {
  const guard = `${path}.takeover`;
  try {
    await writeFile(guard, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return removeLeftGuard(guard);
    // On a full disk it is there, and empty.
    await unlink(guard).catch(() => undefined);
    throw error;
  }
  try {
    const holder = await lockHolder(path);
    if (tokenOf(holder) === tokenOf(left)) await unlink(path);
    return true;
  } finally {
    await unlink(guard).catch(() => undefined);
  }
}

/** Removes the guard of a process that was killed while it had it; `false` if its process may still be at work. */
async function removeLeftGuard(guard: string): Promise<boolean> {
  const made = await stat(guard).catch(() => null);
  if (made === null) return true;
  const pid = Number(await readFile(guard, 'utf8').catch(() => ''));
  // A clock that was set back makes it seem to be of the future.
  if (Math.abs(Date.now() - made.mtimeMs) <= 10_000 && (pid === 0 || isAlive(pid))) return false;
  return unlink(guard).then(
    () => true,
    () => false,
  );
}

function isHolder(value: unknown): value is LockHolder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number' && 'host' in value && typeof value.host === 'string' && 'token' in value && typeof value.token === 'string';
}
