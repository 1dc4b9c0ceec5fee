import { foldName } from '../../model/index.ts';
import { COLUMN_NAMES, type ColumnRole } from './column-names.ts';
import { type DurationUnit, unitOf } from './duration-read.ts';

/** What a column's name says. */
export interface ColumnMeaning {
  readonly role: ColumnRole;
  /** Unit in the name, `Wall-clock (min)`. */
  readonly unit: DurationUnit | null;
  /** Zone in the name, `Date (UTC)`. */
  readonly zone: string | null;
}

const ZONE_IN_NAME = /\b(UTC|GMT|CET|CEST|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|JST|IST|AEST|AEDT)\b/;

/** Reads a header cell: `Wall-clock (min)` is a duration in minutes. */
export function columnMeaning(header: string): ColumnMeaning {
  const name = foldName(header) || header.trim();
  const role = roleOf(name);
  const inParentheses = [...header.matchAll(/[([]([^)\]]*)[)\]]/g)].flatMap((match) => (match[1] ?? '').split(/[\s,/]+/));
  const words = [...inParentheses, ...name.split(' ')];
  const unit = unitOf(words);
  return { role, unit: role === 'duration' ? unit : null, zone: ZONE_IN_NAME.exec(header.toUpperCase())?.[1] ?? null };
}

/** The same in one form for `Bad release`, `bad-release` and `BAD_RELEASE`, to compare names. */
export function nameKey(name: string): string {
  return foldName(name.replace(/[_\-.]+/g, ' ')).replace(/[^\p{L}\p{N}]+/gu, '');
}

function roleOf(name: string): ColumnRole {
  for (const exactOnly of [true, false]) {
    for (const [role, names] of COLUMN_NAMES) {
      if (names.some((pattern) => matches(pattern, name, exactOnly))) return role;
    }
  }
  return 'other';
}

function matches(pattern: string, name: string, exactOnly: boolean): boolean {
  if (pattern === name) return true;
  if (exactOnly || !pattern.includes('*')) return false;
  if (pattern.endsWith(' *')) return name.startsWith(pattern.slice(0, -1));
  return name.endsWith(pattern.slice(1));
}
