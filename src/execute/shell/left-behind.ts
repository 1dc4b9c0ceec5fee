import { rmSync } from 'node:fs';
import { readRegularFile } from '../../state/index.ts';

/** What a piece left in a file of ours, and why it was not read; nothing of a file that is gone. */
export interface Left {
  /** A binary string: one character is one byte. */
  readonly text: string;
  readonly problem: string | null;
}

/** Reads what a piece left: whatever it has put in the place of our file, nothing here waits for it or is filled by it. */
export function readLeft(path: string, most: number): Left {
  try {
    const read = readRegularFile(path, { most });
    return read.ok ? { text: read.bytes.toString('latin1'), problem: null } : { text: '', problem: read.reason };
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return { text: '', problem: gone ? null : error instanceof Error ? error.message : String(error) };
  }
}

/** Removes whatever stands there. */
export function removeLeft(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
