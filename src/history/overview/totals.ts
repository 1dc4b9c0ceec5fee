import { daysSince } from '../dates/index.ts';
import { sparkline } from './sparkline.ts';
import type { Execution, HistoryTotals } from '../types.ts';

/** How many runs the sparkline shows. */
const SHOWN = 20;

/** The rows without those of which a later one tells how the same run went on. */
export function wholeRuns(rows: readonly Execution[]): readonly Execution[] {
  return rows.filter(({ wentOn }) => !wentOn);
}

/** The sums of a runbook's rows, given oldest first. */
export function historyTotals(rows: readonly Execution[], budgetSeconds: number | null, now: Date): HistoryTotals {
  const executions = wholeRuns(rows);
  const known = executions.filter(({ outcome }) => outcome !== 'unknown');
  const successes = known.filter(({ outcome }) => outcome === 'success');
  const durations = executions.flatMap(({ durationSeconds, durationIsBound }) => (durationSeconds === null ? [] : { seconds: durationSeconds, isBound: durationIsBound })).sort((a, b) => a.seconds - b.seconds);
  const [lower, upper] = [durations[(durations.length - 1) >> 1], durations[durations.length >> 1]];
  const worst = durations.at(-1);
  const lastSuccess = successes.flatMap(({ date }) => date ?? []).reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null);
  return {
    runs: executions.length,
    successRate: known.length === 0 ? null : successes.length / known.length,
    medianSeconds: lower === undefined || upper === undefined ? null : (lower.seconds + upper.seconds) / 2,
    medianIsBound: lower?.isBound === true || upper?.isBound === true,
    worstSeconds: worst?.seconds ?? null,
    worstIsBound: worst?.isBound === true,
    overBudget: budgetSeconds === null ? 0 : durations.filter(({ seconds }) => seconds > budgetSeconds).length,
    lastSuccess,
    daysSinceSuccess: lastSuccess === null ? null : Math.max(0, daysSince(lastSuccess, now)),
    sparkline: sparkline(executions.slice(-SHOWN).map(({ durationSeconds, outcome }) => ({ value: durationSeconds, failed: outcome === 'failed' || outcome === 'aborted' }))),
  };
}
