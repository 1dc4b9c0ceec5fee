import { zoneOffset, ZONE_OFFSETS } from './zones.ts';

/** A date found in a cell: its parts and their places, in the order of the text. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly DatePart[];
}

type DatePartKind = 'weekday' | 'year' | 'month' | 'monthName' | 'day' | 'ordinal' | 'first' | 'second' | 'hour' | 'minute' | 'sec' | 'fraction' | 'ampm' | 'zone';

/** A part of a date, with its offsets in the cell. */
export interface DatePart {
  readonly kind: DatePartKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** English names, as cells have them; only their first three letters need to be there. */
export const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] as const;
export const WEEKDAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const beginnings = (names: readonly string[]): string => names.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
const WEEKDAY = `(?:(?<weekday>${beginnings(WEEKDAY_NAMES)})\\.?,?\\s+)?`;
const MONTH_NAME = `(?<monthName>${beginnings(MONTH_NAMES)}|sept)\\.?`;
const ZONE = `(?:\\s*\\(?(?<zone>(?:UTC|GMT)[+\\-−]\\d{1,2}(?::?\\d{2})?|[+\\-−]\\d{2}:?\\d{2}|${Object.keys(ZONE_OFFSETS).join('|')})(?![\\p{L}\\d]))?`;
const CLOCK = `(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<sec>\\d{2})(?<fraction>[.,]\\d{1,9})?)?(?:\\s?(?<ampm>[ap]\\.?m\\.?)(?![\\p{L}]))?${ZONE}`;
const GAP = '(?:T|,?\\s+(?:at\\s+|@\\s*|[-–—|/]\\s+)?|\\s*@\\s*)';

const DATES: readonly string[] = [
  '(?<year>\\d{4})(?<sep>[-/.–])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})',
  '(?<year>20\\d{2})(?<month>[01]\\d)(?<day>[0-3]\\d)',
  '(?<first>\\d{1,2})(?<sep>[-/.])(?<second>\\d{1,2})\\k<sep>(?<year>\\d{4}|\\d{2})',
  `(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th)?\\.?(?:\\s+of)?[\\s-]+${MONTH_NAME},?[\\s-]+(?<year>\\d{4})`,
  `${MONTH_NAME}\\s+(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th)?,?\\s+(?<year>\\d{4})`,
  `(?<year>\\d{4})[\\s-]${MONTH_NAME}[\\s-](?<day>\\d{1,2})`,
];

// Compiling these patterns takes longer than reading a whole runbook, so each is compiled when first needed.
const PATTERNS = DATES.map((date) => once(`(?<![\\p{L}\\d.\\-/])${WEEKDAY}${date}(?:${GAP}${CLOCK})?(?!\\d)`));
const CLOCK_ONLY = once(`(?<![\\d:.])${CLOCK}(?![\\d:])`);

function once(source: string): () => RegExp {
  let pattern: RegExp | null = null;
  return () => (pattern ??= new RegExp(source, 'diu'));
}

const KINDS: readonly DatePartKind[] = ['weekday', 'year', 'month', 'monthName', 'day', 'ordinal', 'first', 'second', 'hour', 'minute', 'sec', 'fraction', 'ampm', 'zone'];

/** The first date in a cell, with the clock time that follows it, if any. */
export function findDate(text: string): FoundDate | null {
  // A quick test: every date has a year of four digits, or three numbers.
  if (!/\d{4}|\d[-/.]\d{1,2}[-/.]\d\d/.test(text)) return null;
  for (const pattern of PATTERNS) {
    const match = pattern().exec(text);
    if (match !== null) return found(match);
  }
  return null;
}

/** A clock time without a date. */
export function findClock(text: string): FoundDate | null {
  const match = /\d/.test(text) ? CLOCK_ONLY().exec(text) : null;
  return match === null ? null : found(match);
}

/** The number of a month, from 1, by its name. */
export function monthNumber(name: string): number {
  return MONTH_NAMES.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

/** The zone of a found date in minutes east of UTC; `null` if it has none. */
export function offsetOf(date: FoundDate): number | null {
  const part = date.parts.find(({ kind }) => kind === 'zone');
  return part === undefined ? null : zoneOffset(part.text);
}

function found(match: RegExpExecArray): FoundDate {
  const indices = match.indices?.groups ?? {};
  const parts = KINDS.flatMap((kind) => {
    const range = indices[kind];
    return range === undefined ? [] : [{ kind, start: range[0], end: range[1], text: match.input.slice(range[0], range[1]) }];
  });
  return { start: match.index, end: match.index + match[0].length, parts: parts.sort((a, b) => a.start - b.start) };
}
