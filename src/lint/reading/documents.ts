import { resolve } from 'node:path';
import { readReason, isRunbookError, RunbookError } from '../../model/index.ts';
import { readRegularFile } from '../../state/index.ts';
import { type CacheEntry, contentHash, type LintCache, NO_CACHE } from './cache.ts';
import type { FreshReading, Reading } from '../lint.ts';
import type { LintOptions } from '../../settings/index.ts';
import type { VirtualScript } from '../shellcheck/index.ts';

/** A file and its reading. */
export interface LintDocument {
  readonly path: string;
  /** Decoded on demand, since most unchanged files are only hashed. */
  readonly text: () => string;
  readonly reading: Reading;
  /** Whether it comes from the cache; then it has no script. */
  readonly entry: CacheEntry | null;
  readonly hash: string;
  readonly script: VirtualScript | null;
}

/** A text to read, by the path that findings name. */
export interface TextInput {
  readonly path: string;
  readonly text: string;
}

/** Called for each text as soon as it is read, in any order. */
type OnRead = (path: string, reading: FreshReading) => void;

/** Reads texts and runs the rules over them, here or on several threads; the order is kept. */
export type ReadAll = (inputs: readonly TextInput[], options: LintOptions, onRead: OnRead) => Promise<readonly FreshReading[]>;

/** Where documents come from and how they are read. */
export interface CollectPorts {
  readonly cwd: string;
  /** Texts that are not taken from disk, by path. */
  readonly given?: ReadonlyMap<string, string>;
  readonly options: LintOptions;
  readonly cache: LintCache;
  readonly readAll: ReadAll;
  /** Whether a cached document is enough, or has to be read again for its script. */
  readonly accepts: (entry: CacheEntry) => boolean;
  readonly onRead?: OnRead;
}

/** Reads files; unchanged ones come from the cache. */
export async function collectDocuments(paths: readonly string[], { cwd, given, options, cache, readAll, accepts, onRead = () => undefined }: CollectPorts): Promise<readonly LintDocument[]> {
  const inputs = paths.map((path) => {
    const text = given?.get(path);
    const bytes = text === undefined ? readBytes(resolve(cwd, path), path) : Buffer.from(text);
    // Loaded late, because Node loads all of its cryptography for it.
    const hash = cache === NO_CACHE ? '' : contentHash(bytes);
    const entry = cache.get(path, hash);
    let decoded: string | null = text ?? null;
    return { path, text: () => (decoded ??= bytes.toString('utf8')), hash, entry: entry !== null && accepts(entry) ? entry : null };
  });
  const fresh = await readAll(inputs.flatMap(({ path, text, entry }) => (entry === null ? [{ path, text: text() }] : [])), options, onRead);
  let next = 0;
  return inputs.map(({ path, text, hash, entry }) => {
    if (entry !== null) return { path, text, hash, entry, reading: entry.reading, script: null };
    const { script, reading } = fresh[next++] as FreshReading;
    cache.put(path, { hash, reading });
    return { path, text, hash, entry: null, reading, script };
  });
}

/** A file over the size limit gives a finding; one far beyond it is not even read. */
const MOST_BYTES = 64_000_000;

function readBytes(file: string, path: string): Buffer {
  try {
    const read = readRegularFile(file, { most: MOST_BYTES, followLinks: true });
    if (read.ok) return read.bytes;
    throw new RunbookError({ what: `cannot read ${path}`, why: read.reason, advice: 'leave it out with ignore in .runbook.yaml' });
  } catch (cause) {
    if (isRunbookError(cause)) throw cause;
    throw new RunbookError({ what: `cannot read ${path}`, why: readReason(cause), advice: 'fix its permissions, or leave it out with ignore in .runbook.yaml', cause });
  }
}
