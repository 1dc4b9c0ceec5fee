import type { RunEvent, StepStarted } from '../../events/index.ts';
import { counted, isCodeLine, type PieceKey } from '../../model/index.ts';
import { choiceWords } from '../words/choice-words.ts';
import { settlerWords } from '../words/doubt-words.ts';
import { confirmedWhere } from '../events/confirmed-where.ts';
import { exactDuration } from '../words/durations.ts';
import { type Attempt, resultOf } from './attempts.ts';
import { NOTES } from './happenings.ts';
import { cell, code, shortClock } from './markdown.ts';
import type { Story } from './types.ts';

/** Characters of a command that a row shows. */
const COMMAND_WIDTH = 80;

/** A row for each event, with its time. */
export function timelineLines({ events, attempts, days, steps }: Story): string[] {
  const titles = new Map(steps.map(({ step, piece, title }) => [`${step}\0${piece}`, title]));
  const byStart = new Map(attempts.map((attempt) => [attempt.started, attempt]));
  const rows = events.flatMap((event) => {
    const cells = cellsOf(event, byStart, (of) => titles.get(`${of.step}\0${of.piece}`) ?? of.step);
    return cells === null ? [] : [`| ${shortClock(event.time, days)} | ${cells.join(' | ')} |`];
  });
  return ['| Time (UTC) | What | Command | Result |', '|---|---|---|---|', ...rows];
}

type Cells = readonly [what: string, command: string, result: string];

function cellsOf(event: RunEvent, attempts: ReadonlyMap<StepStarted, Attempt>, title: (of: PieceKey) => string): Cells | null {
  switch (event.type) {
    case 'run-started':
      return [cell(`${event.resumed === true ? 'Run resumed' : 'Run started'} by ${event.operator}`), '', ''];
    case 'step-started': {
      const attempt = attempts.get(event);
      return [cell(titleOf(event)), commandCell(event.code), attempt === undefined ? '' : cell([resultOf(attempt), ...checkWords(attempt)].join('; '))];
    }
    case 'step-skipped':
      return [cell(event.title ?? event.step), '', cell(`skipped: ${event.reason}`)];
    case 'section-chosen':
      return [cell(`Chosen: ${event.name}`), '', cell(`${choiceWords(event)}, by ${event.who}`)];
    case 'doubt-settled':
      return [cell(`Settled: ${title(event)}`), '', cell(`${event.doubt} "${event.text}": ${event.answer}${event.reason === undefined ? '' : `, ${event.reason}`}, by ${settlerWords(event)}`)];
    case 'doubt-reopened':
      return [cell(`In doubt again: ${title(event)}`), '', cell(`${event.doubt} "${event.text}": ${event.was} taken back, by ${event.who}`)];
    case 'confirmed':
      return [cell(`Confirmed: ${title(event)}`), '', cell(`${event.word}, ${confirmedWhere(event)}: ${event.why}`)];
    case 'expectation':
      return event.who === undefined ? null : [cell(event.accepted === undefined ? 'Judged by eye' : 'Accepted'), '', cell(`${event.text}: ${event.accepted ?? event.status}, by ${event.who}`)];
    case 'note':
      return [cell(`${NOTES[event.level]}: ${event.text}`), '', ''];
    case 'message-sent':
      return [cell(`${event.of === 'template' ? 'Message' : 'Notice'} to ${event.to}`), '', cell(`${event.status === 'sent' ? 'sent' : `not sent, ${event.reason ?? ''}`}: ${event.text}`)];
    case 'run-finished':
      return ['Run finished', '', cell(`${event.status}${event.reason === '' ? '' : `: ${event.reason}`}, ${exactDuration(event.durationMs)} in all`)];
    default:
      return null;
  }
}

/** A step's title, its attempt, and its place if not this machine. */
function titleOf({ title, attempt, on }: StepStarted): string {
  return `${title}${attempt > 1 ? ` (attempt ${attempt})` : ''}${on === undefined ? '' : ` on ${on}`}`;
}

/** `2 checks held`, `1 check failed` … */
function checkWords({ checks }: Attempt): string[] {
  return (['held', 'failed', 'unverified'] as const).flatMap((status) => {
    const count = checks.filter((check) => check.status === status).length;
    return count === 0 ? [] : [`${counted(count, 'check')} ${status}`];
  });
}

/** The first command; how many lines follow. */
function commandCell(text: string): string {
  const lines = text.split('\n').filter(isCodeLine);
  const [first] = lines;
  if (first === undefined) return '';
  const short = first.trim().length > COMMAND_WIDTH ? `${first.trim().slice(0, COMMAND_WIDTH)}…` : first.trim();
  return `${code(short).replaceAll('|', '\\|')}${lines.length === 1 ? '' : ` and ${lines.length - 1} more`}`;
}
