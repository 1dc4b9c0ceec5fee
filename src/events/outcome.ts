import { isSettled, type PieceState, type RunState } from './state.ts';
import type { OutcomeCounts } from './types.ts';

/** The reason of a gate that is passed because the step by hand before it was done. */
export const DONE_BY_HAND = 'done by hand';

/** Of a run in which nothing happened. */
export const NO_COUNTS: OutcomeCounts = { passed: 0, failed: 0, accepted: 0, skipped: 0, unverified: 0 };

/** Counts what became of a run's pieces and checks, and the steps of which something was skipped. A piece that was never reached is not counted. */
export function countOutcome({ steps }: RunState): OutcomeCounts {
  const counts = { ...NO_COUNTS };
  for (const { skipped, pieces } of Object.values(steps)) {
    const came = skipped === null ? Object.values(pieces).map(becameOf) : [skipped.by === 'plan' ? null : ('skipped' as const)];
    // The outcome says "2 steps skipped", however many commands they have.
    if (came.includes('skipped')) counts.skipped += 1;
    for (const each of came) if (each !== null && each !== 'skipped') counts[each] += 1;
    if (skipped === null) counts.unverified += Object.values(pieces).flatMap((piece) => (piece.skipped === null ? piece.expectations : [])).filter(({ status }) => status === 'unverified').length;
  }
  return counts;
}

/** What became of a piece; `null` for one that still runs, or that the plan left out. */
export function becameOf(piece: PieceState): keyof OutcomeCounts | null {
  if (piece.skipped !== null) return piece.skipped.by === 'plan' ? null : 'skipped';
  if (piece.accepted !== null) return 'accepted';
  if (isSettled(piece)) return 'passed';
  return piece.status === 'running' ? null : 'failed';
}

/** Whether the run deserves a row: a command ran, or, with manual steps only, it was completed. */
export function somethingRan({ steps, status }: RunState): boolean {
  return Object.values(steps).some(({ kind, pieces }) => Object.values(pieces).some(({ attempt }) => attempt > 0) && (kind === 'command' || status === 'passed'));
}

/** How a run ended, or that it has not. */
type Ending = RunState['status'] | 'left';

/** The first word of every outcome that we write. */
export function outcomeWord(status: Ending): string {
  return { passed: 'Success', failed: 'Failed', aborted: 'Aborted', left: 'Not finished', running: 'Not finished' }[status];
}

/** `Success with 1 accepted failure, 2 checks unverified`: never better than what happened. */
export function outcomeSentence(status: Ending, counts: OutcomeCounts): string {
  const word = outcomeWord(status);
  const but = shortcomings(counts);
  return but === '' ? word : `${word} with ${but}`;
}

/** `1 accepted failure, 2 checks unverified`; `''` if there are none. */
export function shortcomings({ accepted, skipped, unverified }: OutcomeCounts): string {
  const parts = [
    [accepted, 'accepted failure', 'accepted failures'],
    [skipped, 'step skipped', 'steps skipped'],
    [unverified, 'check unverified', 'checks unverified'],
  ] as const;
  return parts.flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`])).join(', ');
}
