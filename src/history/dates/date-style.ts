import { type DatePart, findClock, findDate, type FoundDate, MONTH_NAMES, offsetOf, WEEKDAY_NAMES } from './date-pattern.ts';
import type { DayOrder } from './date-read.ts';
import { zoneOffset } from './zones.ts';

/** Writes a moment the way `example` is written; `null` if `example` holds no date, or one whose day and month cannot be told apart. */
export function dateLike(example: string, moment: Date, order: DayOrder, zone: string | null): string | null {
  const found = findDate(example);
  if (found === null) return null;
  if (order === null && found.parts.some(({ kind }) => kind === 'first')) return null;
  return rewrite(example, found, moment, order, zone);
}

/** Writes the clock time of a moment the way `example` is written. */
export function clockLike(example: string, moment: Date, zone: string | null): string | null {
  const found = findClock(example);
  return found === null ? null : rewrite(example, found, moment, null, zone);
}

/** `2026-05-14 21:24 UTC`: the style for a table without rows. */
export function plainDate(moment: Date): string {
  return `${plainDay(moment)} ${plainClock(moment)}`;
}

/** `2026-05-14` */
export function plainDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** `21:24 UTC` */
export function plainClock(moment: Date): string {
  return `${moment.toISOString().slice(11, 16)} UTC`;
}

function rewrite(example: string, found: FoundDate, moment: Date, order: DayOrder, zone: string | null): string {
  const offset = offsetOf(found) ?? (zone === null ? null : zoneOffset(zone)) ?? 0;
  const local = new Date(moment.getTime() + offset * 60_000);
  const half = found.parts.some(({ kind }) => kind === 'ampm');
  const unpadded = found.parts.some(({ kind, text: part }) => kind === 'monthName' || (/^(?:day|month|first|second)$/.test(kind) && part.length === 1));
  let text = '';
  let at = found.start;
  for (const part of found.parts) {
    text += example.slice(at, part.start) + writePart(part, local, { order, half, unpadded });
    at = part.end;
  }
  return inMarks(example, found, text + example.slice(at, found.end));
}

/** Code or bold marks around the whole date are kept; words beside it belong to the example's row and are not. */
function inMarks(example: string, found: FoundDate, text: string): string {
  const mark = /^(`+|\*{1,3}|_{1,3})/.exec(example.slice(0, found.start).trim())?.[1] ?? '';
  const wraps = mark !== '' && example.trim().startsWith(mark) && example.slice(0, found.start).trim() === mark && example.slice(found.end).trim() === mark;
  return wraps ? `${mark}${text}${mark}` : text;
}

interface Manner {
  readonly order: DayOrder;
  readonly half: boolean;
  /** Whether days and months below ten are written without a zero. */
  readonly unpadded: boolean;
}

function writePart(part: DatePart, local: Date, manner: Manner): string {
  const day = local.getUTCDate();
  const month = local.getUTCMonth() + 1;
  const hour = local.getUTCHours();
  switch (part.kind) {
    case 'year':
      return part.text.length === 2 ? String(local.getUTCFullYear()).slice(2) : String(local.getUTCFullYear());
    case 'month':
      return digits(part, month, !manner.unpadded);
    case 'day':
      return digits(part, day, !manner.unpadded);
    case 'first':
      return digits(part, manner.order === 'month-first' ? month : day, !manner.unpadded);
    case 'second':
      return digits(part, manner.order === 'month-first' ? day : month, !manner.unpadded);
    case 'hour':
      return digits(part, manner.half ? hour % 12 || 12 : hour, !manner.half);
    case 'minute':
      return String(local.getUTCMinutes()).padStart(2, '0');
    case 'sec':
      return String(local.getUTCSeconds()).padStart(2, '0');
    case 'fraction':
      return (part.text[0] ?? '.') + String(local.getUTCMilliseconds()).padStart(3, '0').padEnd(part.text.length - 1, '0').slice(0, part.text.length - 1);
    case 'monthName':
      return nameLike(part.text, MONTH_NAMES[month - 1] ?? '');
    case 'weekday':
      return nameLike(part.text, WEEKDAY_NAMES[local.getUTCDay()] ?? '');
    case 'ordinal':
      return ordinal(day);
    case 'ampm':
      return halfLike(part.text, hour >= 12);
    case 'zone':
      return part.text;
  }
}

/** `05` shows padding, `5` shows none; a value such as `14` shows neither, so the default of the field decides. */
function digits(part: DatePart, value: number, padsByHabit: boolean): string {
  const pads = part.text.length === 2 && (part.text.startsWith('0') || padsByHabit);
  return pads ? String(value).padStart(2, '0') : String(value);
}

function nameLike(example: string, name: string): string {
  const full = example.length > 4 || (example.length === 4 && example.toLowerCase() !== 'sept');
  const text = full || name.length <= 3 ? name : name.slice(0, 3);
  if (example === example.toUpperCase()) return text.toUpperCase();
  return example === example.toLowerCase() ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function halfLike(example: string, afternoon: boolean): string {
  const letter = afternoon ? 'p' : 'a';
  const text = example.toLowerCase().replace(/^[ap]/, letter);
  return example === example.toUpperCase() ? text.toUpperCase() : text;
}

function ordinal(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
