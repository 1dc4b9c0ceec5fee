import { durationParts, type DurationUnit, readDuration, UNIT_MS } from './duration-read.ts';

type Family = Readonly<Record<'hour' | 'minute' | 'second', string>>;

const FAMILIES: readonly Family[] = [
  { hour: 'h', minute: 'm', second: 's' },
  { hour: 'h', minute: 'min', second: 's' },
  { hour: 'hr', minute: 'min', second: 'sec' },
  { hour: 'hrs', minute: 'mins', second: 'secs' },
  { hour: 'hours', minute: 'minutes', second: 'seconds' },
];

/** Writes a duration the way the cells above are written, in the unit of the column's name; `<1` below one. */
export function durationLike(examples: readonly string[], unit: DurationUnit | null, milliseconds: number): string {
  const example = examples.find((cell) => readDuration(cell, unit) !== null) ?? '';
  if (/^\D*\d{1,3}:\d{2}/.test(example)) return clock(example, milliseconds, unit);
  const parts = durationParts(example);
  if (parts.length > 1) return compound(parts.map(({ unit: named }) => named), parts[0]?.gap ?? '', familyOf(parts.map(({ word }) => word)), milliseconds);
  const part = parts[0];
  if (part !== undefined) return withUnit(example, part.unit, part.gap, familyOf([part.word]), milliseconds);
  if (unit !== null) return inUnit(example, unit, milliseconds);
  return withUnit('', 'minute', ' ', FAMILIES[1] ?? { hour: 'h', minute: 'min', second: 's' }, milliseconds);
}

/** A number without a unit: with as many decimals as above, `<1` (or `< 1`) below one. */
function inUnit(example: string, unit: DurationUnit, milliseconds: number): string {
  const value = milliseconds / UNIT_MS[unit];
  if (value < 1) return /<\s/.test(example) ? '< 1' : '<1';
  const decimals = /\d[.,](\d+)/.exec(example)?.[1]?.length ?? 0;
  const text = value.toFixed(decimals);
  return /\d,\d/.test(example) ? text.replace('.', ',') : text;
}

function withUnit(example: string, named: DurationUnit, gap: string, family: Family, milliseconds: number): string {
  const unit = fittingUnit(named, milliseconds);
  const number = inUnit(unit === named ? example : '', unit, milliseconds);
  const word = number === '1' || number === '<1' ? family[unit].replace(/^(hour|minute|hr|min|sec|second)s$/, '$1') : family[unit];
  return `${number}${gap}${word}`;
}

/** Chooses the unit as people do: below one hour minutes instead of hours, from two minutes on minutes instead of seconds. */
function fittingUnit(named: DurationUnit, milliseconds: number): 'hour' | 'minute' | 'second' {
  if (named === 'hour' || named === 'day') return milliseconds < UNIT_MS.hour ? 'minute' : 'hour';
  if (named === 'minute') return 'minute';
  return milliseconds < 2 * UNIT_MS.minute ? 'second' : 'minute';
}

function compound(units: readonly DurationUnit[], gap: string, family: Family, milliseconds: number): string {
  const smallest = units.includes('second') || units.includes('millisecond') ? 'second' : 'minute';
  let rest = Math.round(milliseconds / UNIT_MS[smallest]) * UNIT_MS[smallest];
  if (rest === 0) return `<1${gap}${family[smallest]}`;
  const parts: string[] = [];
  for (const unit of ['hour', 'minute', 'second'] as const) {
    const count = Math.floor(rest / UNIT_MS[unit]);
    rest -= count * UNIT_MS[unit];
    if (count > 0) parts.push(`${count}${gap}${family[unit]}`);
  }
  return parts.join(' ');
}

/** `00:04:12` or `4:12`, with leading zeros as above. */
function clock(example: string, milliseconds: number, unit: DurationUnit | null): string {
  const total = Math.round(milliseconds / 1000);
  const groups = /(\d{1,3}):\d{2}(:\d{2})?/.exec(example);
  const pad = (groups?.[1] ?? '').length === 2 ? 2 : 1;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  if (groups?.[2] !== undefined) return `${String(hours).padStart(pad, '0')}:${two(minutes)}:${two(seconds)}`;
  if (unit === 'hour') return `${String(hours).padStart(pad, '0')}:${two(minutes)}`;
  return `${String(hours * 60 + minutes).padStart(pad, '0')}:${two(seconds)}`;
}

function familyOf(words: readonly string[]): Family {
  const fitting = FAMILIES.find((family) => words.every((word) => Object.values(family).includes(word.toLowerCase())));
  return fitting ?? FAMILIES.find((family) => Object.values(family).includes((words[0] ?? '').toLowerCase())) ?? { hour: 'h', minute: 'min', second: 's' };
}
