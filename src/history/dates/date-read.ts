import { findClock, findDate, type FoundDate, monthNumber, offsetOf } from './date-pattern.ts';
import { zoneOffset } from './zones.ts';

/** Whether `03/04/2026` puts the day first, as far as a column's other cells tell. */
export type DayOrder = 'day-first' | 'month-first' | null;

/** Reads from the cells of a column whether the day comes first: dots mean day first, and a number over 12 must be a day. */
export function dayOrder(cells: readonly string[]): DayOrder {
  let order: DayOrder = null;
  for (const cell of cells) {
    const date = findDate(cell);
    const first = partNumber(date, 'first');
    const second = partNumber(date, 'second');
    if (date === null || first === null || second === null) continue;
    if (first > 12) return 'day-first';
    if (second > 12) return 'month-first';
    if (/\d\.\d/.test(cell)) order = 'day-first';
  }
  return order;
}

/** Reads the first date of a cell; a clock time in another column may complete it. Times without a zone are in `zone`, by default UTC. */
export function readDate(cell: string, order: DayOrder = null, clockCell = '', zone: string | null = null): Date | null {
  const found = findDate(cell);
  if (found === null) return null;
  const day = dayOf(found, order);
  if (day === null) return null;
  const clock = partNumber(found, 'hour') === null ? findClock(clockCell) : found;
  const time = clock === null ? null : timeOf(clock);
  const offset = (clock === null ? null : offsetOf(clock)) ?? (zone === null ? null : zoneOffset(zone)) ?? 0;
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const check = new Date(midnight);
  if (check.getUTCMonth() !== day.month - 1 || check.getUTCDate() !== day.day) return null;
  return time === null ? check : new Date(midnight + time * 1000 - offset * 60_000);
}

function dayOf(found: FoundDate, order: DayOrder): { year: number; month: number; day: number } | null {
  const year = partNumber(found, 'year');
  if (year === null) return null;
  const fullYear = year < 100 ? 2000 + year : year;
  const first = partNumber(found, 'first');
  const second = partNumber(found, 'second');
  if (first !== null && second !== null) {
    const dayFirst = first > 12 || (second <= 12 && (order ?? 'day-first') === 'day-first');
    return { year: fullYear, month: dayFirst ? second : first, day: dayFirst ? first : second };
  }
  const name = found.parts.find(({ kind }) => kind === 'monthName');
  const month = name === undefined ? partNumber(found, 'month') : monthNumber(name.text);
  const day = partNumber(found, 'day');
  return month === null || day === null || month < 1 || month > 12 ? null : { year: fullYear, month, day };
}

/** Seconds since midnight. */
function timeOf(found: FoundDate): number | null {
  let hour = partNumber(found, 'hour');
  const minute = partNumber(found, 'minute');
  if (hour === null || minute === null || hour > 24 || minute > 59) return null;
  const half = found.parts.find(({ kind }) => kind === 'ampm')?.text.toLowerCase();
  if (half !== undefined) hour = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return hour * 3600 + minute * 60 + (partNumber(found, 'sec') ?? 0);
}

function partNumber(found: FoundDate | null, kind: string): number | null {
  const part = found?.parts.find((candidate) => candidate.kind === kind);
  return part === undefined ? null : Number(part.text);
}
