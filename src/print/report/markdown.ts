import { stripVTControlCharacters } from 'node:util';
import { colouredText, visible, visibleProse } from '../../model/index.ts';

/** Lines longer than this are cut: a report is read, not kept as evidence; the journal has all of it. */
const LONGEST_LINE = 400;

/** Prose in Markdown that shows as it is, in a cell of a table too. */
export function cell(text: string): string {
  return visibleProse(text).trim().replace(/[*<`|]/g, '\\$&').replace(/\s*\n\s*/g, '<br>');
}

/** Prose in Markdown outside of tables, on one line. */
export function plain(text: string): string {
  return visibleProse(text).trim().replace(/[*<`]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Code in a line of prose. */
export function code(given: string): string {
  const text = visible(given).replace(/\s*\n\s*/g, ' ');
  const ticks = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** A block that no line of its content can close. */
export function fenced(language: string, given: string): string[] {
  const text = visible(given);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text, fence];
}

/** Output as the terminal showed it last: without colours and overwritten progress lines, long lines cut. */
export function visibleLines(output: string): string[] {
  return output.trimEnd().split('\n').map((line) => {
    const shown = stripVTControlCharacters(colouredText(line.replace(/\r+$/, '').split('\r').at(-1) ?? ''));
    return shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE)}…` : shown;
  });
}

/** `2026-11-23 03:12:07 UTC`. */
export function utc(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;
}

/** `03:12:07`, with the day where the times alone would mislead. */
export function shortClock(time: string, days: boolean): string {
  return days ? `${time.slice(0, 10)} ${time.slice(11, 19)}` : time.slice(11, 19);
}
