import { DAY_MS } from '../../model/index.ts';

/** A unit that people write durations in. */
export type DurationUnit = 'second' | 'minute' | 'hour' | 'millisecond' | 'day';

/** Milliseconds of each unit. */
export const UNIT_MS: Readonly<Record<DurationUnit, number>> = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000, day: DAY_MS };

const UNIT_WORDS: readonly (readonly [DurationUnit, RegExp])[] = [
  ['millisecond', /^(?:ms|msecs?|milliseconds?)$/i],
  ['second', /^(?:s|secs?|seconds?|″|")$/i],
  ['minute', /^(?:m|mins?|minutes?|minuten|′|')$/i],
  ['hour', /^(?:h|hrs?|hours?)$/i],
  ['day', /^(?:d|days?)$/i],
];

/** The shortest unit that one of some words names. */
export function unitOf(words: readonly string[]): DurationUnit | null {
  return UNIT_WORDS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? null;
}

/** One number with the unit beside it, as it stands in a duration. */
interface DurationPart {
  readonly number: string;
  readonly gap: string;
  readonly word: string;
  readonly unit: DurationUnit;
}

/** The parts of a duration with units, such as `1h 05m` or `4 min`; empty if it has no units. */
export function durationParts(text: string): readonly DurationPart[] {
  return [...text.matchAll(/(\d+(?:[.,]\d+)?)(\s*)([\p{L}]+|[′″'"])\.?/gu)].flatMap((match) => {
    const unit = unitOf([match[3] ?? '']);
    return unit === null ? [] : [{ number: match[1] ?? '', gap: match[2] ?? '', word: match[3] ?? '', unit }];
  });
}

/** Seconds of a duration as people write it; `<1` counts as its upper bound, a range as its upper end. A bare number is in `unit`, by default minutes. */
export function readDuration(text: string, unit: DurationUnit | null): number | null {
  const clock = /^\D*?(\d{1,3}):(\d{2})(?::(\d{2}))?\D*$/.exec(text);
  if (clock !== null) return clockSeconds(clock, unit);
  const parts = durationParts(text);
  if (parts.length > 0) return partsSeconds(text, parts);
  const numbers = text.match(/\d+(?:[.,]\d+)?/g);
  if (numbers === null || /\p{L}/u.test(text.replace(/^(?:about|approx|ca|under|over|less than|more than|at least|c)\b\.?/i, ''))) return null;
  return (Number((numbers.at(-1) ?? '').replace(',', '.')) * UNIT_MS[unit ?? 'minute']) / 1000;
}

function clockSeconds(clock: RegExpExecArray, unit: DurationUnit | null): number {
  const [first, second, third] = [Number(clock[1]), Number(clock[2]), clock[3]];
  if (third !== undefined) return first * 3600 + second * 60 + Number(third);
  return unit === 'hour' ? first * 3600 + second * 60 : first * 60 + second;
}

/** `1h 5m` is a sum; `3 min – 5 min` and `3–5 min` are ranges, of which the last part counts. */
function partsSeconds(text: string, parts: readonly DurationPart[]): number {
  const seconds = parts.map((part) => (Number(part.number.replace(',', '.')) * UNIT_MS[part.unit]) / 1000);
  const units = new Set(parts.map((part) => part.unit));
  const range = units.size < parts.length || /[-–—]|\bto\b/.test(text);
  return range ? (seconds.at(-1) ?? 0) : seconds.reduce((sum, value) => sum + value, 0);
}
