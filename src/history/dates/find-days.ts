const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };
const ADVERB_DAYS: Readonly<Record<string, number>> = { weekly: 7, fortnightly: 14, monthly: 30, quarterly: 91, annually: 365, yearly: 365 };

/** The number of days in `90 days`, `every 6 months`, `a year`, `quarterly`, `90d`; `null` if the text names no period. */
export function findDays(text: string): number | null {
  const adverb = ADVERB_DAYS[/[a-z]+ly\b/i.exec(text)?.[0].toLowerCase() ?? ''];
  if (adverb !== undefined) return adverb;
  const match = /(?:(\d+|an?|one|every)\s*)(days?|weeks?|months?|quarters?|years?|[dwmy])\b/i.exec(text);
  if (!match) return null;
  const unit = Object.keys(UNIT_DAYS).find((name) => name.startsWith((match[2] ?? '').toLowerCase().replace(/s$/, '')));
  const count = Number(match[1]);
  return (Number.isNaN(count) ? 1 : count) * (UNIT_DAYS[unit ?? 'day'] ?? 1);
}
