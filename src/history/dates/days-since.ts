import { DAY_MS } from '../../model/index.ts';

/** Whole days from a date to now. */
export function daysSince(date: Date, now: Date): number {
  return Math.floor((now.getTime() - date.getTime()) / DAY_MS);
}
