// What can be told about a lock without parsing any entry, so that an unchanged one needs no YAML reader.
export { allAsLocked } from './all-as-locked.ts';
export { cutLock } from './cut-lock.ts';
export { codeDigest, digest, wordsDigest } from './digest.ts';
export { entryState, plainSignature } from './entry-state.ts';
export { LOCK_FORMAT } from './lock-format.ts';
export { fault } from './lock-read.ts';
export type { LockFault, LockRead } from './lock-read.ts';
