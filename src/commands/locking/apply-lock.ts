import { resolve } from 'node:path';
import { type Io, RunbookError, type Runbook } from '../../model/index.ts';
import type { PlanRequest } from '../../plan/index.ts';
import type { Standing } from '../../plan-lock/index.ts';
import { hasPlanLock, homeFolder } from '../../state/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';

/** What the lock means for a run: the runbook's standing to it, and what it settles. */
export interface AppliedLock {
  /** The runbook with the effects lowered by the lock. */
  readonly runbook: Runbook;
  readonly standing: Standing;
  readonly settled: Pick<PlanRequest, 'locked'>;
  /** Notes for the history row. */
  readonly notes: readonly string[];
}

/** What the caller wants from the lock. */
export interface LockWishes {
  /** Whether the folder's settings demand an entry. */
  readonly demanded: boolean;
  /** Whether `--locked` does. */
  readonly byOption: boolean;
  /** `--no-lock`. */
  readonly passedOver: boolean;
}

/** What a command that runs wants from the lock, from its options. */
export function lockWishes(args: ParsedArgs, demanded: boolean): LockWishes {
  return { demanded, byOption: args.flag('locked'), passedOver: args.flag('no-lock') };
}

/**
 * Looks a runbook up in the plan lock, according to the options.
 * @throws RunbookError where the lock cannot be used, or an entry is demanded and is not there.
 */
export async function applyLock(runbook: Runbook, path: string, { demanded, byOption, passedOver }: LockWishes, { cwd }: Pick<Io, 'cwd'>): Promise<AppliedLock> {
  const wanted = demanded || byOption;
  if (passedOver) {
    if (byOption) throw new RunbookError({ what: '--no-lock', why: '--locked demands the lock', advice: 'give only one of them' });
    const { standing } = await lookUp(runbook, path, cwd);
    return { runbook, standing, settled: {}, notes: standing.kind === 'as-locked' ? [] : standing.kind === 'differs' || (standing.formerly?.differences.length ?? 0) > 0 ? ['not as locked (--no-lock)'] : wanted ? ['not locked (--no-lock)'] : [] };
  }
  const found = await lookUp(runbook, path, cwd);
  if (found.standing.kind === 'not-locked' && wanted) throw new RunbookError({ what: `${path} is not locked`, why: byOption ? '--locked demands an entry in runbook.lock' : 'the settings of this folder demand an entry in runbook.lock (locked: true)', advice: `review it and run runbook lock ${path}` });
  return found;
}

async function lookUp(runbook: Runbook, path: string, cwd: string): Promise<AppliedLock> {
  if (!hasPlanLock(homeFolder(resolve(cwd, path)))) return { runbook, standing: { kind: 'not-locked' }, settled: {}, notes: [] };
  // Code that reads the lock is loaded only if there is one.
  const { lockedState } = await import('./locked-state.ts');
  const { answers, ...rest } = await lockedState(runbook, path, cwd);
  return { ...rest, settled: { locked: answers }, notes: [] };
}

/**
 * Refuses an unattended run that differs from what was reviewed, also if the file was moved since.
 * @throws RunbookError with each difference.
 */
export function refuseDifferent({ standing }: AppliedLock, path: string): void {
  if (standing.kind === 'as-locked') return;
  const { locked, differences } = standing.kind === 'differs' ? standing : (standing.formerly ?? { locked: null, differences: [] });
  if (locked === null || differences.length === 0) return;
  const former = standing.kind === 'not-locked' && standing.formerly !== undefined ? ` as ${standing.formerly.name}, which is gone` : '';
  throw new RunbookError({
    what: `${path} is not as locked`,
    why: `it comes to something else than what ${locked.by} locked on ${locked.on}${former}`,
    details: differences.map(({ line, text }) => `${path}${line === null ? '' : `:${line}`}: ${text}`),
    advice: `review it and run runbook lock ${path}, or run it anyway with --no-lock`,
  });
}
