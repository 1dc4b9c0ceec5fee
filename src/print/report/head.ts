import { exactDuration } from '../words/durations.ts';
import { approvers } from './confirmed.ts';
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
  const approved = approvers(story).join(', ');
  const row = rowWords(story);
  return [
    `# Run report: ${plain(story.title)}`,
    '',
    `**Outcome:** ${plain(story.outcome)}`,
    '',
    ...summaryOf(story).flatMap((sentence) => [plain(sentence), '']),
    ...(started?.target == null ? [] : [`- **Target:** ${plain(started.target)}`]),
    `- **Operator:** ${plain(operators === '' ? 'unknown' : operators)}, ${how}${hosts === '' ? '' : `, from ${plain(hosts)}`}`,
    ...(approved === '' ? [] : [`- **Approved by:** ${plain(approved)}, as a second person`]),
    `- **Started:** ${started === null ? 'unknown' : utc(started.time)}`,
    ...(state.finishedAt === null ? [] : [`- **Finished:** ${utc(state.finishedAt)}`]),
    ...(state.durationMs === null ? [] : [`- **Took:** ${exactDuration(state.durationMs)}${budgetWords(state.durationMs, started?.budgetSeconds ?? null)}`]),
    ...checkLines(story),
    `- **Runbook:** ${code(started?.runbook ?? '')}`,
    `- **Run:** ${code(state.id)}${row === '' ? '' : `, ${row}`}`,
  ];
}

function checkLines(story: Story): string[] {
  const counts = checkCounts(story);
  const read = takenAsRead(story);
  return [
    ...(counts.length === 0 ? [] : [`- **Checks:** ${counts.map(({ status, count }) => `${count} ${status}`).join(', ')}`]),
    ...(read === 0 ? [] : [`- **Manual steps:** ${read} taken as read: nobody confirmed them`]),
  ];
}
