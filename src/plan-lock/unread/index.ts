// What is known of a lock before any entry of it is read: that nothing changed is seen without a YAML reader, and told in words.
export { allAsLocked } from './all-as-locked.ts';
export { cutLock } from './cut-lock.ts';
export type { LockText } from './cut-lock.ts';
export { codeDigest, digest, wordsDigest } from './digest.ts';
export { entryState, plainSignature } from './entry-state.ts';
export { LOCK_FORMAT } from './lock-format.ts';
export { fault } from './lock-read.ts';
export type { LockFault, LockRead } from './lock-read.ts';
