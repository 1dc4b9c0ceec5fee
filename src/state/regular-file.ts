import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from '../model/index.ts';

/** The bytes of a file, or why it was not read. */
type ReadFile = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly reason: string };

interface ReadLimits {
  /** Longest file that is read. */
  readonly most: number;
  /** Whether to follow a link; not for files that another program may have put there. */
  readonly followLinks?: boolean;
}

/**
 * Reads a regular file of bounded size: never waits for a pipe, never reads a device, and takes no more memory than `most`.
 * @throws what the system says where there is no such file, or it may not be read.
 */
export function readRegularFile(path: string, { most, followLinks = false }: ReadLimits): ReadFile {
  const fd = open(path, followLinks);
  if (typeof fd === 'string') return { ok: false, reason: fd };
  try {
    const about = fstatSync(fd);
    if (!about.isFile()) return { ok: false, reason: `it is ${kindOf(about)}` };
    if (about.size > most) return { ok: false, reason: `it has ${about.size} bytes; the most that is read is ${most}` };
    // Reading one byte beyond its size shows whether it has grown. Files in /proc have no size, and a growing file is not read beyond the limit.
    let bytes = Buffer.allocUnsafe(about.size === 0 ? 4096 : about.size + 1);
    let length = 0;
    for (;;) {
      const read = readSync(fd, bytes, length, bytes.length - length, null);
      if (read === 0) return { ok: true, bytes: bytes.subarray(0, length) };
      length += read;
      if (length > most) return { ok: false, reason: `it has more than ${most} bytes` };
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
    }
  } finally {
    closeSync(fd);
  }
}

/** Opens the file: a descriptor, or why there is none. */
function open(path: string, followLinks: boolean): number | string {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | (followLinks ? 0 : constants.O_NOFOLLOW));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ELOOP' && !followLinks) return 'it is a link';
    if (code === 'ENXIO') return 'it is a socket';
    throw error;
  }
}

/** What something is that is not a regular file. */
function kindOf(about: { isDirectory(): boolean; isFIFO(): boolean; isSocket(): boolean; isCharacterDevice(): boolean; isBlockDevice(): boolean }): string {
  if (about.isDirectory()) return 'a folder';
  if (about.isFIFO()) return 'a pipe';
  if (about.isSocket()) return 'a socket';
  return about.isCharacterDevice() || about.isBlockDevice() ? 'a device' : 'no regular file';
}
