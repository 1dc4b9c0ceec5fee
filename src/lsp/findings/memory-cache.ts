import type { CacheEntry, LintCache } from '../../lint/index.ts';

/** Readings of files by their content, for as long as the server lives: the neighbours of an open file are not read again at each key. */
export function memoryCache(): LintCache {
  const entries = new Map<string, CacheEntry>();
  return {
    get: (path, hash) => {
      const entry = entries.get(path);
      return entry?.hash === hash ? entry : null;
    },
    put: (path, entry) => void entries.set(path, entry),
    save: () => undefined,
  };
}
