import { rmSync } from 'node:fs';
import { errorCode, errorMessage } from '../../model/index.ts';
import { readRegularFile } from '../../state/index.ts';

/** What a piece left in a file of ours, or why it was not read; empty if the file is gone. */
interface Left {
  /** A binary string: one character is one byte. */
  readonly text: string;
  readonly problem: string | null;
}

/** Reads what a piece left. Even if it replaced our file by something else, the reading neither blocks nor fills the memory. */
export function readLeft(path: string, most: number): Left {
  try {
    const read = readRegularFile(path, { most });
    return read.ok ? { text: read.bytes.toString('latin1'), problem: null } : { text: '', problem: read.reason };
  } catch (error) {
    const gone = ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
    return { text: '', problem: gone ? null : errorMessage(error) };
  }
}

/** Removes whatever is at a path. */
export function removeLeft(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
