import { resolve } from 'node:path';
import { loadRunbook } from '../../catalog/index.ts';
import type { Runbook } from '../../model/index.ts';
import { emptyRequest, type Plan, planRun, type PlanRequest } from '../../plan/index.ts';
import { type Coming, comingOf, digest, keepSettlements, lockedAnswers, type LockEntry, type Standing, standingOf } from '../../plan-lock/index.ts';
import { fileBytes } from './file-bytes.ts';
import { entryFor, nameInRepository, openLock } from './open-lock.ts';

/** A runbook as the lock sees it: by itself, without a target, a value or an environment. */
export interface Lockable {
  readonly name: string;
  readonly runbook: Runbook;
  readonly plan: Plan;
  /** Of the file's bytes. */
  readonly digest: string;
  readonly coming: Coming;
}

/**
 * Reads a file for the lock.
 * @throws RunbookError where it cannot be read.
 */
export function lockable(path: string, name: string, cwd: string): Lockable {
  return lockableOf(loadRunbook(path, cwd), name, digestOf(path, cwd));
}

function digestOf(path: string, cwd: string): string {
  return digest(fileBytes(resolve(cwd, path)) ?? '');
}

function lockableOf(runbook: Runbook, name: string, bytes: string): Lockable {
  const { plan } = planRun(runbook, emptyRequest);
  return { name, runbook, plan, digest: bytes, coming: comingOf(plan) };
}

/** How a runbook stands to the lock of its repository, and what the lock settles in it. */
export interface LockedState {
  readonly standing: Standing;
  readonly answers: NonNullable<PlanRequest['locked']>;
}

/**
 * How a runbook that was read stands to the lock.
 * @throws RunbookError where the lock is there and cannot be used.
 */
export function lockedState(runbook: Runbook, path: string, cwd: string): LockedState {
  const lock = openLock(resolve(cwd, path, '..'));
  const name = lock === null ? null : nameInRepository(lock.root, resolve(cwd, path));
  const entry = lock === null || name === null ? null : entryFor(lock, name);
  if (entry === null || name === null) return { standing: { kind: 'not-locked' }, answers: [] };
  const read = lockableOf(runbook, name, digestOf(path, cwd));
  return { standing: standingOf(path, read.plan, read.digest, entry), answers: lockedAnswers(entry, read.coming) };
}

/** The entry of a runbook as it is now, signed; settlements that still hold are kept. */
export function newEntry({ digest: bytes, coming }: Lockable, was: LockEntry | null, signature: LockEntry['locked'], reader: string): LockEntry {
  return { digest: bytes, reader, locked: signature, ...keepSettlements(coming, was) };
}
