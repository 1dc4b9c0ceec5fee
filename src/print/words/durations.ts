import { counted } from '../../model/index.ts';

/** A duration as a person says it: `40 s`, `4 min`, `1 h 5 min`. */
export function spokenDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** `today`, `1 day ago`, `34 days ago`. */
export function daysAgo(days: number): string {
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`;
}

/** `2026-05-14 21:24`; only the day if the time is unknown, which is midnight here. */
export function shortDate(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** The time between two readings of the clock, which may have been set back. */
export function timeBetween(from: number, to: number): string {
  return to < from ? 'an unknown time' : exactDuration(to - from);
}

/** A duration for people: `340 ms`, `4.2 s`, `1 min 30 s`, `2 h 5 min`. */
export function exactDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
