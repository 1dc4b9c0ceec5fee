export { removeLeftovers, syncFolder, writeAtomically, writePoints } from './atomic-write.ts';
export type { AtomicWriteOptions, WritePoint } from './atomic-write.ts';
export { configName, configText, findConfig } from './config.ts';
export { findMarkdown } from './find-markdown.ts';
export type { FoundMarkdown } from './find-markdown.ts';
export { isDead, lockHolder, takeLock } from './lock.ts';
export type { Lock, LockHolder, LockOptions, LockResult } from './lock.ts';
export { makePrivateFolder, stateFolder } from './paths.ts';
export { isAlive, processStart } from './process-alive.ts';
