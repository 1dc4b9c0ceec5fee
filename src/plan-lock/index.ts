// `runbook.lock`, which records how each runbook was understood when it was reviewed: written, read and compared. `unread/` works without reading any entry.
export { lockedAnswers } from './answers.ts';
export { compare } from './compare.ts';
export { comingOf } from './entry.ts';
export type { Coming } from './entry.ts';
export { keepSettlements } from './keep-settlements.ts';
export { likeness } from './likeness.ts';
export { withLowered } from './lowered.ts';
export { readEntry } from './read-entry.ts';
export { standingOf } from './standing.ts';
export type { FormerEntry, NowRead, Standing } from './standing.ts';
export type * from './types.ts';
export { entryText, lockText } from './write-lock.ts';
