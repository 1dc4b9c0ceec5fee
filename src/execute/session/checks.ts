import type { AttemptKey, ExpectationChecked, Unstamped } from '../../events/index.ts';
import { judge, type PlannedExpectation, type SeenOutput, type Verdict } from '../../plan/index.ts';
import type { ShellEnd } from '../shell/index.ts';

/** Checks what a piece wrote against what is expected. `unseen` says why the output cannot be judged, e.g. because it went to the terminal. */
export function check(place: AttemptKey, expectations: readonly PlannedExpectation[], output: SeenOutput, options: { readonly stopped: boolean; readonly unseen: string | null; readonly stored: boolean }): Unstamped<ExpectationChecked>[] {
  return expectations.map((planned, index) => {
    const verdict = options.stored ? judge(planned, output) : untold(judge(planned, output));
    const { kind } = planned.expectation;
    const base = { type: 'expectation', ...place, index, text: planned.text, kind } as const;
    if (options.unseen !== null) return { ...base, status: 'unverified', reason: options.unseen, seen: '' };
    // An endless command that was stopped may not have reached the expected output yet.
    if (options.stopped && verdict.status === 'failed') return { ...base, status: 'unverified', reason: 'stopped before it held', seen: verdict.seen };
    return { ...base, status: verdict.status, reason: verdict.reason, seen: verdict.seen };
  });
}

/** The checks of what was done where its output could not be seen: they are for a person's eye, whatever their kind. */
export function unseenChecks(place: AttemptKey, expectations: readonly PlannedExpectation[]): Unstamped<ExpectationChecked>[] {
  return expectations.map(({ text, expectation: { kind } }, index) => ({ type: 'expectation', ...place, index, text, kind, status: 'unverified', reason: 'not seen here', seen: '' }));
}

const UNTOLD: Partial<Record<Verdict['status'], string>> = { failed: 'it is not so in the output, which is not stored', held: 'it is so in the output' };

/** A verdict without what was seen, which is not stored. */
function untold(verdict: Verdict): Verdict {
  return { ...verdict, reason: UNTOLD[verdict.status] ?? verdict.reason, seen: '' };
}

/** Why a piece failed, in one line; `''` if it did not. */
export function failureReason(exit: Pick<ShellEnd, 'exitCode' | 'signal' | 'failure' | 'lost'> & { readonly statusCounts: boolean }, checks: readonly Pick<ExpectationChecked, 'status' | 'text' | 'reason'>[]): string {
  if (exit.failure !== null) return `could not start: ${exit.failure}`;
  if (!exit.statusCounts) return exit.signal === null ? `exit status ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`;
  const failed = checks.find(({ status }) => status === 'failed');
  if (failed !== undefined) return `expected ${failed.text}: ${failed.reason}`;
  // The next piece would run in another state than the one it was written for.
  return exit.lost ?? '';
}
