import type { ExpectationChecked, RunEvent, RunState } from '../events/index.ts';
import { type Attempt, attemptsOf, resultOf } from './report/attempts.ts';
import { headLines } from './report/head.ts';
import { fenced, plain, visibleLines } from './report/markdown.ts';
import { timelineLines, titleOf } from './report/timeline.ts';

/** Lines of output that a report keeps of each attempt. */
const TAIL_LINES = 20;

/** The timeline of a run as Markdown, for the incident review: what ran, when, by whom, what it wrote, what was checked. */
export function reportMarkdown(state: RunState, events: readonly RunEvent[]): string {
  const attempts = attemptsOf(events);
  const commands = attempts.filter(({ started }) => started.code !== '').flatMap(attemptLines);
  const details = commands.length === 0 ? [] : ['', '## Commands and their output', ...commands];
  return `${[...headLines(state, events, attempts), '', '## Timeline', '', ...timelineLines(events, attempts), ...details].join('\n').trimEnd()}\n`;
}

function attemptLines(attempt: Attempt): string[] {
  const { started, checks } = attempt;
  return [
    '',
    `### ${plain(titleOf(started))}`,
    '',
    `${started.time.slice(11, 19)} UTC, ${plain(resultOf(attempt))}`,
    '',
    ...fenced('bash', trimmed(started.code)),
    ...(started.original === undefined ? [] : ['', 'The operator changed it. The runbook says:', '', ...fenced('bash', trimmed(started.original))]),
    ...outputLines(attempt),
    ...(checks.length === 0 ? [] : ['', ...checks.map(checkLine)]),
  ];
}

function outputLines({ started, output }: Attempt): string[] {
  if (started.interactive === true) return ['', 'It had the terminal; what it showed there was not kept.'];
  if (output.trim() === '') return ['', '(no output)'];
  const lines = visibleLines(output);
  return ['', ...(lines.length > TAIL_LINES ? [`The last ${TAIL_LINES} lines of its output:`, ''] : []), ...fenced('text', lines.slice(-TAIL_LINES).join('\n'))];
}

function checkLine({ status, text, reason, accepted }: ExpectationChecked): string {
  const why = status === 'held' || reason === '' ? '' : ` (${plain(reason)})`;
  return `- ${status}: expected ${plain(text)}${why}${accepted === undefined ? '' : `; accepted: ${plain(accepted)}`}`;
}

function trimmed(code: string): string {
  return code.replace(/^\s*\n/, '').trimEnd();
}
