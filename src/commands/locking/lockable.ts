import type { Runbook } from '../../model/index.ts';
import { EMPTY_REQUEST, type Plan, planRun, type PlanRequest, withDoubtsOfAllWays } from '../../plan/index.ts';
import { comingOf, keepSettlements, lockedAnswers, type LockEntry, type NowRead, type Standing, standingOf, withLowered } from '../../plan-lock/index.ts';

/** A runbook as the lock sees it: by itself, without a target, a value or an environment, with the doubts of all ways through it. */
export interface Lockable extends NowRead {
  readonly runbook: Runbook;
  readonly plan: Plan;
}

/** A runbook that was read, for the lock. */
export function lockableOf(runbook: Runbook, bytes: string): Lockable {
  const plan = withDoubtsOfAllWays(planRun(runbook, EMPTY_REQUEST).plan);
  return { runbook, plan, digest: bytes, coming: comingOf(plan), lines: new Map(plan.steps.map(({ step }) => [step.id, step.span.start.line])) };
}

/** The standing of a runbook to the lock of its repository, and what the lock settles in it. */
export interface LockedState {
  /** The runbook with the effects lowered by the lock. */
  readonly runbook: Runbook;
  readonly standing: Standing;
  readonly answers: NonNullable<PlanRequest['locked']>;
}

/** The standing of a runbook to its entry; `unchanged`: its bytes and the reader are those that were locked. */
export function comparedState(runbook: Runbook, path: string, entry: LockEntry, bytes: string, unchanged: boolean): LockedState {
  // The same bytes and reader give the same entry, so nothing has to be planned.
  if (unchanged) return { runbook: withLowered(runbook, entry, entry), standing: { kind: 'as-locked', locked: entry.locked }, answers: lockedAnswers(entry, entry) };
  const now = lockableOf(runbook, bytes);
  return { runbook: withLowered(runbook, entry, now.coming), standing: standingOf(path, now, entry), answers: lockedAnswers(entry, now.coming) };
}

/** The entry of a runbook as it is now, signed; settlements that still hold are kept. */
export function newEntry({ digest: bytes, coming }: Pick<NowRead, 'digest' | 'coming'>, was: LockEntry | null, signature: LockEntry['locked'], reader: string): LockEntry {
  return { digest: bytes, reader, locked: signature, ...keepSettlements(coming, was) };
}
