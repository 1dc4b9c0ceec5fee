// Files as lint needs them: read here or on threads, kept in a cache, with what lies around them on disk.
export { NO_CACHE, openCache } from './cache.ts';
export type { CacheEntry, LintCache } from './cache.ts';
export { diskFiles } from './disk-files.ts';
export { remembered } from './remembered.ts';
export { collectDocuments } from './documents.ts';
export type { LintDocument, ReadAll, TextInput } from './documents.ts';
export { folderHabits } from './habits.ts';
export type { HasHabit } from './habits.ts';
export { readHere } from './read-here.ts';
export { textReader } from './text-reader.ts';
