import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../model/index.ts';
import { isAlive } from './process-alive.ts';

/** The points of a write at which it can be cut off; the file is complete at each of them. */
export const WRITE_POINTS = ['opened', 'half-written', 'written', 'synced', 'renamed', 'folder-synced'] as const;
/** One of these points. */
export type WritePoint = (typeof WRITE_POINTS)[number];

interface AtomicWriteOptions {
  /** Mode of a new file; an existing one keeps its own. */
  readonly mode?: number;
  /** Called at each of these points. */
  readonly at?: (point: WritePoint) => void;
}

/** Replaces a file's bytes in one step: writes a new file beside it, syncs it, and renames it over the old one. Mode and owner stay; a link stays a link, and its target changes. */
export async function writeAtomically(path: string, data: string | Uint8Array, options: AtomicWriteOptions = {}): Promise<void> {
  const target = await realpath(path).catch((error: unknown) => (errorCode(error) === 'ENOENT' ? path : Promise.reject(error)));
  const old = await stat(target).catch((error: unknown) => (errorCode(error) === 'ENOENT' ? null : Promise.reject(error)));
  // A rename would replace even a file whose mode forbids writing.
  if (old !== null) await access(target, constants.W_OK);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await fill(handle, data, old, options);
    await handle.close();
    await rename(temporary, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  options.at?.('renamed');
  await syncFolder(dirname(target));
  options.at?.('folder-synced');
}

async function fill(handle: FileHandle, data: string | Uint8Array, old: Stats | null, options: AtomicWriteOptions): Promise<void> {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  const half = bytes.length >> 1;
  options.at?.('opened');
  await writeAll(handle, bytes.subarray(0, half));
  options.at?.('half-written');
  await writeAll(handle, bytes.subarray(half));
  if (old !== null && (old.uid !== process.getuid?.() || old.gid !== process.getgid?.())) await handle.chown(old.uid, old.gid);
  await handle.chmod(old === null ? (options.mode ?? 0o666 & ~process.umask()) : old.mode & 0o7777);
  options.at?.('written');
  await handle.sync();
  options.at?.('synced');
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/** Makes a rename in a folder survive a power cut, if the system supports that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Removes the temporary files that killed processes left beside a file. */
export async function removeLeftovers(path: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const pattern = /^\.(.+)\.(\d+)-[0-9a-f]{8}\.tmp$/;
  for (const name of await readdir(dirname(target)).catch((): string[] => [])) {
    const match = pattern.exec(name);
    if (match?.[1] === basename(target) && !isAlive(Number(match[2]))) await unlink(join(dirname(target), name)).catch(() => undefined);
  }
}
