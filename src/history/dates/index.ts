// Days and times as people write them in history tables: read, and written in the style of the rows above.
export { daysSince } from './days-since.ts';
export { findClock, findDate, monthNumber } from './date-pattern.ts';
export { dayOrder, readDate } from './date-read.ts';
export type { DayOrder } from './date-read.ts';
export { clockLike, dateLike, plainClock, plainDate, plainDay } from './date-style.ts';
export { findDays } from './find-days.ts';
