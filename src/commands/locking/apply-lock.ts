import { resolve } from 'node:path';
import { type Io, RunbookError, type Runbook } from '../../model/index.ts';
import type { PlanRequest } from '../../plan/index.ts';
import type { FormerEntry, Standing } from '../../plan-lock/index.ts';
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
interface LockWishes {
  /** Whether the folder's settings demand an entry. */
  readonly demanded: boolean;
  /** Whether `--locked` does. */
  readonly byOption: boolean;
  /** `--no-lock`. */
  readonly passedOver: boolean;
}

/** What a command wants that runs nothing. */
export const NO_WISHES: LockWishes = { demanded: false, byOption: false, passedOver: false };

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
    return { runbook, standing, settled: {}, notes: notesPassedOver(standing, wanted) };
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

/** What the history row says of a run with `--no-lock`. */
function notesPassedOver(standing: Standing, wanted: boolean): readonly string[] {
  if (standing.kind === 'differs' || reviewedOtherwise(standing) !== null) return ['not as locked (--no-lock)'];
  return standing.kind === 'not-locked' && wanted ? ['not locked (--no-lock)'] : [];
}

/** What `run` and `resume` offer where the lock refuses. */
export const PASS_LOCK = ', or run it anyway with --no-lock';

/**
 * Refuses an unattended run that differs from what was reviewed, also if the file was moved since.
 * @param otherwise What else the caller may do than lock it again, to go into the advice.
 * @throws RunbookError with each difference.
 */
export function refuseDifferent({ standing }: AppliedLock, path: string, otherwise = ''): void {
  const reviewed = reviewedOtherwise(standing);
  if (reviewed === null) return;
  const { locked, differences, name } = reviewed;
  throw new RunbookError({
    what: `${path} is not as locked`,
    why: `it comes to something else than what ${locked.by} locked on ${locked.on}${name === undefined ? '' : ` as ${name}, which is gone`}`,
    details: differences.map(({ line, text }) => `${path}${line === null ? '' : `:${line}`}: ${text}`),
    advice: `review it and run runbook lock ${path}${otherwise}`,
  });
}

/** What was reviewed, if the runbook comes to something else now; `name` is the file that it was then, if it was moved. */
function reviewedOtherwise(standing: Standing): (Pick<FormerEntry, 'locked' | 'differences'> & { readonly name?: string }) | null {
  if (standing.kind === 'as-locked') return null;
  const reviewed = standing.kind === 'differs' ? standing : standing.formerly;
  return reviewed === undefined || reviewed.differences.length === 0 ? null : reviewed;
}
