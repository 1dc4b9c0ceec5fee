import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** An open file, of which any stretch can be read. */
interface OpenFile {
  /** In bytes, when it was opened. */
  readonly size: number;
  /** The bytes between two offsets, or fewer if it ends before. */
  stretch(from: number, to: number): Buffer;
}

/** Reads from a file of a run, which a step may have replaced by anything; `null` if there is no regular file. */
export function readingFile<T>(path: string, read: (file: OpenFile) => T): T | null {
  const fd = openRegular(path);
  if (fd === null) return null;
  try {
    return read({ size: fstatSync(fd).size, stretch: (from, to) => bytesOf(fd, from, to) });
  } finally {
    closeSync(fd);
  }
}

function openRegular(path: string): number | null {
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    if (fstatSync(fd).isFile()) return fd;
    closeSync(fd);
    return null;
  } catch {
    return null;
  }
}

function bytesOf(fd: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
  let read = 0;
  for (let got = -1; got !== 0 && read < bytes.length; read += got) got = readSync(fd, bytes, read, bytes.length - read, from + read);
  return bytes.subarray(0, read);
}
