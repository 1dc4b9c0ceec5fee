import { shortcomings } from '../../events/index.ts';
import type { RunEvent, RunState } from '../../events/index.ts';
import { exactDuration } from '../durations.ts';
import { type Attempt, resultOf } from './attempts.ts';
import { code, plain, utc } from './markdown.ts';

/** What a reader wants to know first: how it went, on what, by whom, when. */
export function headLines(state: RunState, events: readonly RunEvent[], attempts: readonly Attempt[]): string[] {
  const { started } = state;
  const starts = events.filter((event) => event.type === 'run-started');
  const operators = [...new Set(starts.map(({ operator }) => operator))].join(', ');
  const hosts = [...new Set(starts.map(({ host }) => host))].join(', ');
  const how = started?.mode === 'unattended' ? 'unattended' : 'step by step';
  const parameters = Object.entries(state.parameters).map(([name, { value, source, who, earlier }]) => `  - ${code(name)} = ${code(value)} (${source}${who === null ? '' : ` of ${plain(who)}`}${earlier.length === 0 ? '' : `, was ${earlier.map(code).join(', ')}`})`);
  return [
    `# Run report: ${plain(started?.title ?? started?.runbook ?? state.id)}`,
    '',
    `- **Outcome:** ${outcomeWords(state)}`,
    ...(started?.target == null ? [] : [`- **Target:** ${plain(started.target)}`]),
    `- **Operator:** ${plain(operators === '' ? 'unknown' : operators)}, ${how}${hosts === '' ? '' : `, from ${hosts}`}`,
    `- **Started:** ${started === null ? 'unknown' : utc(started.time)}`,
    ...(state.finishedAt === null ? [] : [`- **Finished:** ${utc(state.finishedAt)}`]),
    ...(state.durationMs === null ? [] : [`- **Took:** ${exactDuration(state.durationMs)}${budgetWords(state.durationMs, started?.budgetSeconds ?? null)}`]),
    ...checkLines(attempts),
    `- **Runbook:** ${code(started?.runbook ?? '')}`,
    ...(parameters.length === 0 ? [] : ['- **Parameters:**', ...parameters]),
    `- **Run:** ${code(state.id)}${state.history === null ? '' : state.history.status === 'written' ? ', in the history table' : ', its history row is kept and not yet written'}`,
  ];
}

function outcomeWords({ status, reason, counts }: RunState): string {
  const but = counts === null ? '' : shortcomings(counts);
  return status === 'running' ? 'not finished' : `${status}${but === '' ? '' : ` with ${but}`}${reason === '' ? '' : `: ${plain(reason)}`}`;
}

function budgetWords(durationMs: number, budgetSeconds: number | null): string {
  if (budgetSeconds === null) return '';
  const over = durationMs - budgetSeconds * 1000;
  return over > 0 ? `, ${exactDuration(over)} over the budget of ${exactDuration(budgetSeconds * 1000)}` : `, within the budget of ${exactDuration(budgetSeconds * 1000)}`;
}

/** The last attempt at each piece counts: a check that held when tried again has held. */
function checkLines(attempts: readonly Attempt[]): string[] {
  const last = new Map(attempts.map((attempt) => [`${attempt.started.step}\0${attempt.started.piece}`, attempt]));
  const checks = [...last.values()].flatMap((attempt) => attempt.checks);
  const counts = (['held', 'failed', 'unverified'] as const).map((status) => ({ status, count: checks.filter((check) => check.status === status).length }));
  const read = [...last.values()].filter((attempt) => attempt.started.kind === 'manual' && resultOf(attempt) === 'taken as read').length;
  return [
    ...(checks.length === 0 ? [] : [`- **Checks:** ${counts.filter(({ count }) => count > 0).map(({ status, count }) => `${count} ${status}`).join(', ')}`]),
    ...(read === 0 ? [] : [`- **Manual steps:** ${read} taken as read: nobody confirmed them`]),
  ];
}
