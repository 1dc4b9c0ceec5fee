import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { outputName } from './journal.ts';

/** What an attempt wrote: all of it, or the start and the end of a very long output, cut at line breaks if possible. */
export interface OutputEnds {
  readonly start: string;
  /** Bytes left out between the two. */
  readonly left: number;
  readonly end: string;
  /** The file that has all of it. */
  readonly path: string;
}

/** The share of the start in what is kept; it is the smaller one, since the end says more. */
const START_SHARE = 0.25;

/** Reads at most this many bytes of what an attempt wrote; secrets were masked when it was stored. */
export function readOutputEnds(folder: string, attempt: { readonly step: string; readonly piece: number; readonly attempt: number }, most: number): OutputEnds {
  const path = join(folder, 'output', outputName(attempt));
  const fd = openRegular(path);
  if (fd === null) return { start: '', left: 0, end: '', path };
  try {
    const { size } = fstatSync(fd);
    if (size <= most) return { start: bytesOf(fd, 0, size).toString('utf8'), left: 0, end: '', path };
    const head = bytesOf(fd, 0, Math.floor(most * START_SHARE));
    const tail = bytesOf(fd, size - (most - head.length), size);
    const headEnd = head.lastIndexOf(10) + 1 || wholeCharacters(head);
    const tailStart = tail.indexOf(10) + 1 || wholeFrom(tail);
    return { start: head.toString('utf8', 0, headEnd), left: size - headEnd - (tail.length - tailStart), end: tail.toString('utf8', tailStart), path };
  } finally {
    closeSync(fd);
  }
}

/** A stretch of what an attempt wrote, of limited length; `next` is where the one after it begins, `null` at the end. `null` if nothing of it is kept. */
export function readOutputPart(folder: string, attempt: { readonly step: string; readonly piece: number; readonly attempt: number }, from: number, most: number): { readonly text: string; readonly next: number | null } | null {
  const fd = openRegular(join(folder, 'output', outputName(attempt)));
  if (fd === null) return null;
  try {
    const { size } = fstatSync(fd);
    if (from + most >= size) return { text: bytesOf(fd, from, size).toString('utf8'), next: null };
    const bytes = bytesOf(fd, from, from + most);
    const whole = wholeCharacters(bytes) || bytes.length;
    return { text: bytes.toString('utf8', 0, whole), next: from + whole };
  } finally {
    closeSync(fd);
  }
}

/** A step may have replaced the file by anything. */
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

/** The bytes up to the last complete character. */
function wholeCharacters(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return Math.max(0, end - 1);
}

/** The offset of the first complete character. */
function wholeFrom(bytes: Buffer): number {
  let at = 0;
  while (at < 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return at;
}
