import { readDate } from '../../history/index.ts';

const DAY_MS = 86_400_000;

/** The first date in a text as `YYYY-MM-DD`: of `2026-05-14 UTC`, `14 May 2026`, `May 14, 2026`; `null` where there is none or no such day. */
export function findDate(text: string): string | null {
  return readDate(text)?.date.toISOString().slice(0, 10) ?? null;
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };
const ADVERB_DAYS: Readonly<Record<string, number>> = { weekly: 7, fortnightly: 14, monthly: 30, quarterly: 91, annually: 365, yearly: 365 };

/** Days of `90 days`, `every 6 months`, `a year`, `quarterly`, `90d`; `null` where the text says none. */
export function findDays(text: string): number | null {
  const adverb = ADVERB_DAYS[/[a-z]+ly\b/i.exec(text)?.[0].toLowerCase() ?? ''];
  if (adverb !== undefined) return adverb;
  const match = /(?:(\d+|an?|one|every)\s*)(days?|weeks?|months?|quarters?|years?|[dwmy])\b/i.exec(text);
  if (!match) return null;
  const unit = Object.keys(UNIT_DAYS).find((name) => name.startsWith((match[2] ?? '').toLowerCase().replace(/s$/, '')));
  const count = Number(match[1]);
  return (Number.isNaN(count) ? 1 : count) * (UNIT_DAYS[unit ?? 'day'] ?? 1);
}

/** A day given on the command line, `2026-05-14` or an ISO date and time; `null` where it is none. */
export function parseDay(text: string): string | null {
  return /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ? findDate(text) : null;
}
