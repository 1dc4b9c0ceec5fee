import { type ExpectationChecked, type RunEvent } from '../../events/index.ts';
import { effectWords } from '../../model/index.ts';
import { type Attempt, type ReadOutput, resultOf } from './attempts.ts';
import { headLines } from './head.ts';
import { fenced, plain, visibleLines } from './markdown.ts';
import { tellStory } from './story.ts';
import { timelineLines, titleOf } from './timeline.ts';

/** Lines of output that a report keeps of each attempt. */
const TAIL_LINES = 20;
/** Bytes that are read for them. */
const TAIL_BYTES = 64_000;

/** A run as Markdown, for the incident review: what ran, when, by whom, what it wrote, what was checked. */
export function* reportMarkdown(run: string, events: readonly RunEvent[], read: ReadOutput): Generator<string> {
  const story = tellStory(run, events);
  const commands = story.attempts.filter(({ started }) => started.code !== '');
  const row = story.state.history?.row ?? '';
  yield lines([...headLines(story), '', '## Timeline', '', ...timelineLines(story)]);
  if (commands.length > 0) yield lines(['', '## Commands and their output']);
  for (const attempt of commands) yield lines(attemptLines(attempt, read));
  if (row !== '') yield lines(['', '## History row', '', ...fenced('text', row)]);
}

function lines(all: readonly string[]): string {
  return `${all.join('\n').trimEnd()}\n`;
}

function attemptLines(attempt: Attempt, read: ReadOutput): string[] {
  const { started, checks } = attempt;
  const effect = started.effect === undefined ? '' : `, ${effectWords({ effect: started.effect, word: started.effectWord ?? '' })}`;
  return [
    '',
    `### ${plain(titleOf(started))}`,
    '',
    `${started.time.slice(11, 19)} UTC, ${plain(resultOf(attempt))}${plain(effect)}`,
    '',
    ...fenced('bash', trimmed(started.code)),
    ...(started.original === undefined ? [] : ['', 'The operator changed it. The runbook says:', '', ...fenced('bash', trimmed(started.original))]),
    ...outputLines(attempt, read),
    ...(checks.length === 0 ? [] : ['', ...checks.map(checkLine)]),
  ];
}

function outputLines({ started }: Attempt, read: ReadOutput): string[] {
  if (started.interactive === true) return ['', 'It had the terminal; what it showed there was not kept.'];
  const { start, left, end } = read(started, TAIL_BYTES);
  const output = left === 0 ? start : end;
  if (output.trim() === '') return ['', '(no output)'];
  const shown = visibleLines(output);
  return ['', ...(shown.length > TAIL_LINES ? [`The last ${TAIL_LINES} lines of its output:`, ''] : []), ...fenced('text', shown.slice(-TAIL_LINES).join('\n'))];
}

function checkLine({ status, text, reason, accepted }: ExpectationChecked): string {
  const why = status === 'held' || reason === '' ? '' : ` (${plain(reason)})`;
  return `- ${status}: expected ${plain(text)}${why}${accepted === undefined ? '' : `; accepted: ${plain(accepted)}`}`;
}

/** Without blank lines at its ends. */
export function trimmed(code: string): string {
  return code.replace(/^\s*\n/, '').trimEnd();
}
