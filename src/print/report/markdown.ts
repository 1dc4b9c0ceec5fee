import { stripVTControlCharacters } from 'node:util';
import { colouredText, lastWritten, visible, visibleProse } from '../../model/index.ts';
import { ticksAround } from '../formats/ticks.ts';

/** Longer lines are cut: a report is for reading, and the journal has all of it. */
const LONGEST_LINE = 400;

/** A text escaped so that Markdown shows it as it is, also in a table cell. */
export function cell(text: string): string {
  return visibleProse(text).trim().replace(/[*<`|]/g, '\\$&').replace(/\s*\n\s*/g, '<br>');
}

/** The same outside tables, on one line. */
export function plain(text: string): string {
  return visibleProse(text).trim().replace(/[*<`]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A code span. */
export function code(given: string): string {
  const text = visible(given).replace(/\s*\n\s*/g, ' ');
  const ticks = ticksAround(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** A code block with a fence that no line of its content can close. */
export function fenced(language: string, given: string): string[] {
  const text = visible(given);
  const fence = ticksAround(text, 3);
  return [`${fence}${language}`, text, fence];
}

/** Output as the terminal showed it last, without colours and overwritten progress lines, and with long lines cut. */
export function visibleLines(output: string): string[] {
  return output.trimEnd().split('\n').map((line) => {
    const shown = stripVTControlCharacters(colouredText(lastWritten(line)));
    return shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE)}…` : shown;
  });
}

/** `2026-11-23 03:12:07 UTC`. */
export function utc(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;
}

/** `03:12:07`, with the day if the times alone would mislead. */
export function shortClock(time: string, days: boolean): string {
  return days ? `${time.slice(0, 10)} ${time.slice(11, 19)}` : time.slice(11, 19);
}
