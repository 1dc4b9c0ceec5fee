import { monthNumber, readDate } from '../../history/index.ts';
import { DAY_MS } from '../../model/index.ts';

export { findDays } from '../../history/index.ts';

/** A month alone: `May 2026`. */
const MONTH = /^\W*(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?<year>\d{4})\W*$/i;

/** The first date in a text as `YYYY-MM-DD`: of `2026-05-14 UTC`, `14 May 2026`, `May 14, 2026`, of a month alone its last day; `null` where there is none or no such day. */
export function findDate(text: string): string | null {
  const { month, year } = MONTH.exec(text)?.groups ?? {};
  if (month === undefined) return readDate(text)?.toISOString().slice(0, 10) ?? null;
  return new Date(Date.UTC(Number(year), monthNumber(month), 0)).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** A day given on the command line, `2026-05-14` or an ISO date and time; `null` where it is none. */
export function parseDay(text: string): string | null {
  return /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ? findDate(text) : null;
}
