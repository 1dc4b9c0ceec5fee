import { BLANK_CELL, columnMeaning, readDuration } from '../columns/index.ts';
import { plainCell } from './cell-text.ts';
import { findClock, readDate } from '../dates/index.ts';

/** Why a cell given by a person cannot be read, or `null`: a bad date could not be sorted, a bad duration not be added up. */
export function unreadableCell(column: string, text: string): string | null {
  const { role, unit } = columnMeaning(column);
  const value = plainCell(text);
  if (BLANK_CELL.test(value)) return null;
  if (role === 'date' || role === 'started' || role === 'ended') return readDate(value) === null && findClock(value) === null ? `"${value}" is no date; expected one such as 2026-05-14` : null;
  if (role === 'duration') return readDuration(value, unit) === null ? `"${value}" is no duration; expected one such as 7 min` : null;
  return null;
}
