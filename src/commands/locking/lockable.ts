import { loadRunbook } from '../../catalog/index.ts';
import type { Runbook } from '../../model/index.ts';
import { emptyRequest, type Plan, planRun, type PlanRequest } from '../../plan/index.ts';
import { type Coming, comingOf, keepSettlements, lockedAnswers, type LockEntry, type Standing, standingOf, withLowered } from '../../plan-lock/index.ts';
import { digestOf } from './file-bytes.ts';

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

function lockableOf(runbook: Runbook, name: string, bytes: string): Lockable {
  const { plan } = planRun(runbook, emptyRequest);
  return { name, runbook, plan, digest: bytes, coming: comingOf(plan) };
}

/** How a runbook stands to the lock of its repository, and what the lock settles in it. */
export interface LockedState {
  /** With the effects that the lock lowers. */
  readonly runbook: Runbook;
  readonly standing: Standing;
  readonly answers: NonNullable<PlanRequest['locked']>;
}

/** How a runbook that was read stands to its entry; `unchanged`: its bytes and the reader are those that were locked. */
export function comparedState(runbook: Runbook, name: string, path: string, entry: LockEntry, bytes: string, unchanged: boolean): LockedState {
  // The same bytes and reader come to what the entry says: nothing is planned to see that.
  if (unchanged) return { runbook: withLowered(runbook, entry, entry), standing: { kind: 'as-locked', locked: entry.locked }, answers: lockedAnswers(entry, entry) };
  const { plan, coming } = lockableOf(runbook, name, bytes);
  return { runbook: withLowered(runbook, entry, coming), standing: standingOf(path, plan, bytes, entry), answers: lockedAnswers(entry, coming) };
}

/** The entry of a runbook as it is now, signed; settlements that still hold are kept. */
export function newEntry({ digest: bytes, coming }: Lockable, was: LockEntry | null, signature: LockEntry['locked'], reader: string): LockEntry {
  return { digest: bytes, reader, locked: signature, ...keepSettlements(coming, was) };
}
