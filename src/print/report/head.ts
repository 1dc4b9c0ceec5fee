import { shortcomings } from '../../events/index.ts';
import type { RunState } from '../../events/index.ts';
import { exactDuration } from '../durations.ts';
import { budgetWords, checkCounts, rowWords, takenAsRead } from './facts.ts';
import { code, plain, utc } from './markdown.ts';
import { summaryOf } from './summary.ts';
import type { Story } from './types.ts';

/** What a reader wants to know first: how it went, on what, by whom, when. */
export function headLines(story: Story): string[] {
  const { state } = story;
  const { started } = state;
  const operators = story.operators.join(', ');
  const hosts = story.hosts.join(', ');
  const how = started?.mode === 'unattended' ? 'unattended' : 'step by step';
  const parameters = Object.entries(state.parameters).map(([name, { value, source, who, earlier }]) => `  - ${code(name)} = ${code(value)} (${source}${who === null ? '' : ` of ${plain(who)}`}${earlier.length === 0 ? '' : `, was ${earlier.map(code).join(', ')}`})`);
  const summary = summaryOf(story).map(plain).join(' ');
  const row = rowWords(story);
  return [
    `# Run report: ${plain(story.title)}`,
    '',
    `- **Outcome:** ${outcomeWords(state)}`,
    ...(started?.target == null ? [] : [`- **Target:** ${plain(started.target)}`]),
    `- **Operator:** ${plain(operators === '' ? 'unknown' : operators)}, ${how}${hosts === '' ? '' : `, from ${plain(hosts)}`}`,
    `- **Started:** ${started === null ? 'unknown' : utc(started.time)}`,
    ...(state.finishedAt === null ? [] : [`- **Finished:** ${utc(state.finishedAt)}`]),
    ...(state.durationMs === null ? [] : [`- **Took:** ${exactDuration(state.durationMs)}${budgetWords(state.durationMs, started?.budgetSeconds ?? null)}`]),
    ...checkLines(story),
    `- **Runbook:** ${code(started?.runbook ?? '')}`,
    ...(parameters.length === 0 ? [] : ['- **Parameters:**', ...parameters]),
    `- **Run:** ${code(state.id)}${row === '' ? '' : `, ${row}`}`,
    ...(summary === '' ? [] : ['', summary]),
  ];
}

function outcomeWords({ status, reason, counts }: RunState): string {
  const but = counts === null ? '' : shortcomings(counts);
  return status === 'running' ? 'not finished' : `${status}${but === '' ? '' : ` with ${but}`}${reason === '' ? '' : `: ${plain(reason)}`}`;
}

function checkLines(story: Story): string[] {
  const counts = checkCounts(story);
  const read = takenAsRead(story);
  return [
    ...(counts.length === 0 ? [] : [`- **Checks:** ${counts.map(({ status, count }) => `${count} ${status}`).join(', ')}`]),
    ...(read === 0 ? [] : [`- **Manual steps:** ${read} taken as read: nobody confirmed them`]),
  ];
}
