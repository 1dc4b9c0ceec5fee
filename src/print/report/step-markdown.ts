import type { ExpectationChecked } from '../../events/index.ts';
import { effectWords, withoutBlankEnds } from '../../model/index.ts';
import { type Attempt, type ReadOutput, resultOf, whoDid } from './attempts.ts';
import { confirmedHow, numbered } from './confirmed.ts';
import { NOTES } from './happenings.ts';
import { fenced, plain, shortClock, visibleLines } from './markdown.ts';
import type { Moment, StoryStep } from './types.ts';
import { settlerWords } from '../words/doubt-words.ts';

/** Lines of output shown for each attempt. */
const TAIL_LINES = 20;
/** Bytes read for them. */
const TAIL_BYTES = 64_000;

/** A step with everything that happened to it, in order, as Markdown. */
export function stepLines({ number, title, effect, standing, moments }: StoryStep, days: boolean, read: ReadOutput): string[] {
  const attempts = moments.filter(({ type }) => type === 'attempt').length;
  return ['', `### ${plain(numbered(number, title))}`, '', plain(`${standing}${effect === null ? '' : `; ${effectWords(effect)}`}`), ...moments.flatMap((moment) => ['', ...momentLines(moment, { days, several: attempts > 1 }, read)])];
}

interface Around {
  readonly days: boolean;
  /** Whether there is more than one attempt. */
  readonly several: boolean;
}

function momentLines(moment: Moment, around: Around, read: ReadOutput): string[] {
  if (moment.type === 'attempt') return attemptLines(moment.attempt, around, read);
  return [`${shortClock(moment.time, around.days)}: ${plain(momentWords(moment))}`];
}

function momentWords(moment: Exclude<Moment, { readonly type: 'attempt' }>): string {
  switch (moment.type) {
    case 'note':
      return `${NOTES[moment.level]}: ${moment.text}`;
    case 'step-skipped':
      return `Skipped${moment.who === undefined ? '' : ` by ${moment.who}`}: ${moment.reason}`;
    case 'confirmed':
      return `${moment.who} ${confirmedHow(moment)}: ${moment.why}`;
    case 'doubt-settled':
      return `In doubt (${moment.doubt}: "${moment.text}"), settled by ${settlerWords(moment)} as ${moment.answer}${moment.reason === undefined ? '' : `: ${moment.reason}`}`;
    case 'doubt-reopened':
      return `In doubt again (${moment.doubt}: "${moment.text}"): ${moment.who} took "${moment.was}" back`;
  }
}

function attemptLines(attempt: Attempt, { days, several }: Around, read: ReadOutput): string[] {
  const { started, finished, checks } = attempt;
  const who = whoDid(finished);
  const head = `${shortClock(started.time, days)}: ${several ? `attempt ${started.attempt}: ` : ''}${plain(`${resultOf(attempt)}${who}${started.on === undefined ? '' : ` on ${started.on}`}`)}`;
  if (started.code === '') return [head, ...checkLines(checks)];
  return [
    head,
    '',
    ...fenced('bash', withoutBlankEnds(started.code)),
    ...(started.original === undefined ? [] : ['', 'The operator changed it. The runbook says:', '', ...fenced('bash', withoutBlankEnds(started.original))]),
    ...outputLines(attempt, read),
    ...checkLines(checks),
  ];
}

function outputLines({ started }: Attempt, read: ReadOutput): string[] {
  if (started.interactive === true) return ['', 'It had the terminal; what it showed there was not kept.'];
  const { start, left, end } = read(started, TAIL_BYTES);
  if (started.revealing !== undefined && left === 0 && start === '') return ['', `Its output was shown and is not stored: it may hold a secret (${plain(started.revealing)}).`];
  const output = left === 0 ? start : end;
  if (output.trim() === '') return ['', '(no output)'];
  const shown = visibleLines(output);
  return ['', ...(shown.length > TAIL_LINES ? [`The last ${TAIL_LINES} lines of its output:`, ''] : []), ...fenced('text', shown.slice(-TAIL_LINES).join('\n'))];
}

function checkLines(checks: readonly ExpectationChecked[]): string[] {
  return checks.length === 0 ? [] : ['', ...checks.map(checkLine)];
}

function checkLine({ status, text, reason, seen, accepted, who }: ExpectationChecked): string {
  const saw = status === 'held' || seen === '' ? '' : `, seen ${plain(seen)}`;
  const why = status === 'held' || reason === '' ? '' : ` (${plain(reason)})`;
  const judged = who === undefined ? '' : `; judged by eye by ${plain(who)}`;
  const judge = accepted === undefined ? judged : `; accepted${who === undefined ? '' : ` by ${plain(who)}`}: ${plain(accepted)}`;
  return `- ${status}: expected ${plain(text)}${saw}${why}${judge}`;
}

