import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeOldCached, userFolder, writeCached } from '../../state/index.ts';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Environment } from '../../model/index.ts';
import type { Reading } from '../lint.ts';
import type { LintOptions } from '../../settings/index.ts';

/** What is cached for a file: the reading of its text, and shellcheck's comments; never findings that depend on the date or other files. */
export interface CacheEntry {
  /** Hash of the file's bytes. */
  readonly hash: string;
  readonly reading: Reading;
  readonly shellcheck?: { /** Which program said so. */ readonly by: string; readonly findings: readonly Diagnostic[] };
}

/** Cached readings by path, for one folder, one build of the rules and one set of options. */
export interface LintCache {
  get(path: string, hash: string): CacheEntry | null;
  put(path: string, entry: CacheEntry): void;
  /** Writes what changed; failing to write the cache does not matter. */
  save(): void;
}

/** The hash by which a file's content is known. */
export function contentHash(content: string | Uint8Array): string {
  return hash('sha1', content, 'base64url');
}

/** A cache that keeps nothing, for `--no-cache`. */
export const NO_CACHE: LintCache = { get: () => null, put: () => undefined, save: () => undefined };

/** The cache of a folder in the user's cache folder; one that keeps nothing where there is none. */
export function openCache(cwd: string, options: LintOptions, env: Environment): LintCache {
  const folder = cacheFolder(env);
  if (folder === null) return NO_CACHE;
  const file = join(folder, `${contentHash(JSON.stringify([cwd, options, buildOfRules()]))}.json`);
  const entries = readEntries(file);
  let changed = false;
  return {
    get: (path, wanted) => (entries[path]?.hash === wanted ? entries[path] : null),
    put: (path, entry) => {
      entries[path] = entry;
      changed = true;
    },
    save: () => {
      if (!changed) return;
      writeCached(file, JSON.stringify(entries));
      removeOldCached(folder);
    },
  };
}

/** `null` where nobody knows the user's home: lint goes without. */
function cacheFolder(env: Environment): string | null {
  try {
    return join(userFolder(env, 'XDG_CACHE_HOME', '.cache'), 'runbook', 'lint');
  } catch {
    return null;
  }
}

/** Changes with every build, and so with every release and every change of a rule. */
function buildOfRules(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${import.meta.url} ${size} ${mtimeMs}`;
}

function readEntries(file: string): Record<string, CacheEntry> {
  try {
    return Object.assign(Object.create(null) as Record<string, CacheEntry>, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return Object.create(null) as Record<string, CacheEntry>;
  }
}
