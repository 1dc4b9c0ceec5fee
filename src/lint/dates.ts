const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86_400_000;

/** The first date in a text as `YYYY-MM-DD`: `2026-05-14 UTC`, `2026/5/14`, `14 May 2026`, `May 14, 2026`; `null` where there is none or no such day. */
export function findDate(text: string): string | null {
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3})[a-z]*\.?,?[ -](\d{4})\b/.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], month(dayFirst[2]), dayFirst[1]);
  const monthFirst = /\b([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(text);
  if (monthFirst) return dayOf(monthFirst[3], month(monthFirst[1]), monthFirst[2]);
  return null;
}

function month(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
}

function dayOf(year: string | undefined, monthText: string | undefined, day: string | undefined): string | null {
  const date = `${year}-${(monthText ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
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
