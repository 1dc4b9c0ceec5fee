import { type ExpectationChecked, somethingRan } from '../../events/index.ts';
import { exactDuration } from '../words/durations.ts';
import type { Story } from './types.ts';

/** `, within the budget of 5 min`; `''` if there is no budget. */
export function budgetWords(durationMs: number, budgetSeconds: number | null): string {
  if (budgetSeconds === null) return '';
  const over = durationMs - budgetSeconds * 1000;
  return over > 0 ? `, ${exactDuration(over)} over the budget of ${exactDuration(budgetSeconds * 1000)}` : `, within the budget of ${exactDuration(budgetSeconds * 1000)}`;
}

/** The checks of the last attempt at each piece, so that a check that held on a retry counts as held. */
export function lastChecks({ attempts }: Story): readonly ExpectationChecked[] {
  const last = new Map(attempts.map((attempt) => [`${attempt.started.step}\0${attempt.started.piece}`, attempt]));
  return [...last.values()].flatMap(({ checks }) => checks);
}

/** Counts the checks by result. */
export function checkCounts(story: Story): readonly { readonly status: ExpectationChecked['status']; readonly count: number }[] {
  const checks = lastChecks(story);
  return (['held', 'failed', 'unverified'] as const).map((status) => ({ status, count: checks.filter((check) => check.status === status).length })).filter(({ count }) => count > 0);
}

/** Counts the manual steps that nobody confirmed. */
export function takenAsRead({ steps }: Story): number {
  return steps.filter(({ standing }) => standing === 'taken as read').length;
}

/** What became of the history row, or that nothing ran to have one; `''` if unknown. */
export function rowWords({ state }: Story): string {
  const { history } = state;
  if (history === null) return state.finishedAt === null || somethingRan(state) ? '' : 'no command was run';
  return { written: 'in the history table', kept: 'its history row is kept and not yet written', lost: 'its history row could not be kept', declined: 'nobody wanted a history row' }[history.status];
}
