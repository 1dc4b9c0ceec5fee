/** The milliseconds of a duration such as `10s`, `1m30s`, `5 min`, `500ms`, `2h`; a bare number is seconds. `null` if it is not a duration. */
export function readDuration(text: string): number | null {
  const compact = text.trim().toLowerCase().replace(/\s+/g, '');
  if (/^\d+(?:\.\d+)?$/.test(compact)) return Number(compact) * 1000;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?))+$/.test(compact)) return null;
  let total = 0;
  for (const [, amount = '0', unit = 's'] of compact.matchAll(/(\d+(?:\.\d+)?)(ms|[smh])[a-z]*/g)) total += Number(amount) * (UNITS[unit] ?? 1000);
  return total;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
