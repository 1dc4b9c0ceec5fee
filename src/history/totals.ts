import { sparkline } from './sparkline.ts';
import type { Execution, HistoryTotals } from './types.ts';

const dayMilliseconds = 86_400_000;
/** Runs that the sparkline shows. */
const shown = 20;

/** The sums of a runbook's executions, given oldest first. */
export function historyTotals(executions: readonly Execution[], budgetSeconds: number | null, now: Date): HistoryTotals {
  const known = executions.filter(({ outcome }) => outcome !== 'unknown');
  const successes = known.filter(({ outcome }) => outcome === 'success');
  const durations = executions.flatMap(({ durationSeconds }) => durationSeconds ?? []).sort((a, b) => a - b);
  const lastSuccess = successes.flatMap(({ date }) => date ?? []).reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null);
  return {
    runs: executions.length,
    successRate: known.length === 0 ? null : successes.length / known.length,
    medianSeconds: median(durations),
    worstSeconds: durations.at(-1) ?? null,
    overBudget: budgetSeconds === null ? 0 : durations.filter((seconds) => seconds > budgetSeconds).length,
    lastSuccess,
    daysSinceSuccess: lastSuccess === null ? null : Math.max(0, Math.floor((now.getTime() - lastSuccess.getTime()) / dayMilliseconds)),
    sparkline: sparkline(executions.slice(-shown).map(({ durationSeconds, outcome }) => ({ value: durationSeconds, failed: outcome === 'failed' || outcome === 'aborted' }))),
  };
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
