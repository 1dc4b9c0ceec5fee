const BOOST_FROM = 0.7;
const PREFIX = 4;
const LIMIT = 8_000;

/**
 * How alike two texts are, from 0 to 1: Jaro-Winkler with a boost threshold of 0.7 and a prefix of 4, as Innovation Engine
 * measures it. Two JSON texts are compared without regard to their white space and the order of keys.
 */
export function similarity(a: string, b: string): number {
  const first = canonicalJson(a) ?? a.trim();
  const second = canonicalJson(b) ?? b.trim();
  const jaro = jaroOf(first.slice(0, LIMIT), second.slice(0, LIMIT));
  if (jaro <= BOOST_FROM) return jaro;
  let prefix = 0;
  while (prefix < PREFIX && prefix < first.length && first[prefix] === second[prefix]) prefix += 1;
  return jaro + 0.1 * prefix * (1 - jaro);
}

function canonicalJson(text: string): string | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return null;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, sorted(child)]));
}

function jaroOf(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedA: number[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      matchedA.push(i);
      break;
    }
  }
  const common = matchedA.length;
  if (common === 0) return 0;
  const matchedB = [...taken.keys()].filter((j) => taken[j] === 1);
  const moved = matchedA.filter((i, index) => a.charCodeAt(i) !== b.charCodeAt(matchedB[index] ?? -1)).length / 2;
  return (common / a.length + common / b.length + (common - moved) / common) / 3;
}
