import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Environment } from '../model/index.ts';
import { removeIfPossible } from './folders.ts';
import { makeFolders } from './make-folders.ts';

// Files that spare later calls some work. All can be made again: so nothing is said where one cannot be read or written.

/** When a file that no call has written anew goes, in milliseconds: of a version that is not used any more, or made once a month. */
const CACHED_FOR = 30 * 24 * 3600 * 1000;

/**
 * Where such files are, by their kind: in a folder of the user's own, since what stands there decides what is run.
 * `null` where there is no such folder, or nothing is to be kept.
 */
export function cacheFolder(environment: Environment, kind: 'code' | 'readings'): string | null {
  if (environment['NODE_DISABLE_COMPILE_CACHE']) return null;
  const home = environment['HOME'];
  const cache = environment['NODE_COMPILE_CACHE'] || environment['XDG_CACHE_HOME'] || (home ? join(home, '.cache') : '');
  return isAbsolute(cache) ? join(cache, 'runbook', kind) : null;
}

/**
 * What a file holds, as it was written. What stands there twice is whole: to compare is faster than any checksum.
 * `null` where it is damaged or not there, and for what others wrote (`sudo` with the caller's home) or may write.
 */
export function readChecked(place: string): Buffer | null {
  try {
    const bytes = ownBytes(place);
    const half = bytes.length / 2;
    return half > 0 && bytes.subarray(0, half).equals(bytes.subarray(half)) ? bytes.subarray(0, half) : null;
  } catch {
    return null;
  }
}

function ownBytes(place: string): Buffer {
  // A pipe would be waited for.
  const file = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const about = fstatSync(file);
    return about.isFile() && about.uid === process.getuid?.() && (about.mode & 0o022) === 0 ? readFileSync(file) : Buffer.alloc(0);
  } finally {
    closeSync(file);
  }
}

/** Keeps what `readChecked` reads. */
export function writeChecked(place: string, bytes: Uint8Array): void {
  writeCached(place, Buffer.concat([bytes, bytes]));
}

/** Another process finds the old file or the new one. */
export function writeCached(place: string, data: string | Uint8Array): void {
  const temporary = `${place}.${process.pid}`;
  try {
    makeFolders(dirname(place), 0o700);
    writeFileSync(temporary, data, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, place);
  } catch {
    // A full disk, a folder that is read only, or what stood there before: a link is not followed, and the next call finds the place free.
    removeIfPossible(temporary);
  }
}

/** What nobody has written for long goes, and what is beyond the newest. */
export function removeOldCached(folder: string, most = Infinity): void {
  try {
    const written = readdirSync(folder).map((name) => ({ place: join(folder, name), at: lstatSync(join(folder, name)).mtimeMs }));
    const newest = written.sort((a, b) => b.at - a.at);
    for (const [index, { place, at }] of newest.entries()) if (index >= most || Date.now() - at > CACHED_FOR) removeIfPossible(place);
  } catch {
    // The folder cannot be read, or something in it went meanwhile.
  }
}
