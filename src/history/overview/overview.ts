import { namesProduction } from '../../context/index.ts';
import { counted, type Runbook } from '../../model/index.ts';
import { daysSince, findDays, readDate } from '../dates/index.ts';
import type { Execution, HistoryTotals, RunbookHistory } from '../types.ts';
import { historyTotals, wholeRuns } from './totals.ts';

/** The state of a runbook for somebody who looks after many: its upkeep, its drills and runs, and what it lacks. */
export interface Overview {
  readonly path: string;
  readonly title: string | null;
  readonly owner: string | null;
  readonly budgetSeconds: number | null;
  /** Days since the last review; `null` if there is no date. */
  readonly reviewAgeDays: number | null;
  /** Oldest first. */
  readonly executions: readonly Execution[];
  readonly totals: HistoryTotals;
  readonly lastDrill: Execution | null;
  /** On production, or with nothing to say that it was a drill. */
  readonly lastReal: Execution | null;
  /** What needs attention, worst first. */
  readonly attention: readonly string[];
  /** How bad it is; higher is worse. */
  readonly weight: number;
}

/** What a team expects of its runbooks. */
export interface OverviewRules {
  readonly now: Date;
  readonly reviewDays: number;
  readonly drillDays: number;
  /** Names that are production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
}

/** A success rate below this needs attention, once there are `ENOUGH_RUNS`. */
const GOOD_RATE = 0.8;
const ENOUGH_RUNS = 3;
/** How many of the latest runs are compared with the budget. */
const LATEST = 5;

/** The overview of a runbook with these executions. */
export function overviewOf({ metadata, path, title }: Pick<Runbook, 'metadata' | 'path' | 'title'>, { executions, budgetSeconds }: RunbookHistory, rules: OverviewRules): Overview {
  const reviewed = metadata.lastReviewed === null ? null : readDate(metadata.lastReviewed.value);
  const totals = historyTotals(executions, budgetSeconds, rules.now);
  const reviewAgeDays = reviewed === null ? null : daysSince(reviewed, rules.now);
  const due = reviewDue(metadata.reviewIn?.value ?? '', reviewAgeDays, rules);
  const owner = metadata.owner?.value ?? null;
  const reasons = [
    ...runReasons(wholeRuns(executions), totals, budgetSeconds, rules),
    ...(reviewAgeDays === null ? [reason(20, 'no date of a review')] : []),
    ...(reviewAgeDays !== null && due > 0 ? [reason(30, `its review is ${counted(due, 'day')} overdue`)] : []),
    ...(owner === null ? [reason(10, 'no owner')] : []),
  ].sort((a, b) => b.weight - a.weight);
  return {
    path,
    title: title?.value ?? null,
    owner,
    budgetSeconds,
    reviewAgeDays,
    executions,
    totals,
    lastDrill: executions.findLast((execution) => isDrill(execution, rules.production)) ?? null,
    lastReal: executions.findLast((execution) => !isDrill(execution, rules.production)) ?? null,
    attention: reasons.map(({ words }) => words),
    weight: reasons.reduce((sum, { weight }) => sum + weight, 0),
  };
}

interface Reason {
  readonly weight: number;
  readonly words: string;
}

function reason(weight: number, words: string): Reason {
  return { weight, words };
}

function runReasons(executions: readonly Execution[], totals: HistoryTotals, budgetSeconds: number | null, { drillDays }: OverviewRules): readonly Reason[] {
  const last = executions.at(-1);
  if (last === undefined) return [reason(60, 'never run')];
  const latest = executions.slice(-LATEST).filter(({ durationSeconds }) => durationSeconds !== null);
  const over = latest.filter(({ durationSeconds }) => budgetSeconds !== null && (durationSeconds ?? 0) > budgetSeconds).length;
  return [
    ...(last.outcome === 'failed' || last.outcome === 'aborted' ? [reason(100, last.outcome === 'failed' ? 'the last run failed' : 'the last run was aborted')] : []),
    ...successReasons(totals, drillDays),
    ...(totals.successRate !== null && totals.runs >= ENOUGH_RUNS && totals.successRate < GOOD_RATE ? [reason(25, `${Math.round(totals.successRate * 100)} % of its runs succeed`)] : []),
    ...(over * 2 > latest.length ? [reason(20, `over its budget in ${over} of the last ${latest.length} runs`)] : []),
  ];
}

function successReasons({ daysSinceSuccess }: HistoryTotals, drillDays: number): readonly Reason[] {
  if (daysSinceSuccess === null) return [reason(50, 'no run has succeeded')];
  return daysSinceSuccess > drillDays ? [reason(40, `the last success was ${counted(daysSinceSuccess, 'day')} ago; expected within ${counted(drillDays, 'day')}`)] : [];
}

/** Days by which a review is overdue; 0 or less if it is not. */
function reviewDue(own: string, ageDays: number | null, { now, reviewDays }: OverviewRules): number {
  const day = readDate(own);
  if (day !== null) return daysSince(day, now);
  return ageDays === null ? 0 : ageDays - (findDays(own) ?? reviewDays);
}

/** Whether a run says that it is a drill, or its target is not production. */
function isDrill({ target, cells }: Execution, production: readonly string[] | null): boolean {
  if (Object.values(cells).some((cell) => /\b(?:drill|drilled|game ?day|rehearsal|exercise|fire ?drill|test run)\b/i.test(cell))) return true;
  return target !== null && !namesProduction(target, production);
}
