// What each runbook came to when it was reviewed: `runbook.lock`, written, read and compared.
export { lockedAnswers } from './answers.ts';
export { compare } from './compare.ts';
export { digest } from './digest.ts';
export { comingOf } from './entry.ts';
export type { Coming } from './entry.ts';
export { keepSettlements } from './keep-settlements.ts';
export { LOCK_FORMAT } from './lock-format.ts';
export { cutLock, entryState, readEntry } from './read-lock.ts';
export type { LockFault, LockRead, LockText } from './read-lock.ts';
export { standingOf } from './standing.ts';
export type { Standing } from './standing.ts';
export type * from './types.ts';
export { entryText, lockText } from './write-lock.ts';
