import { statSync } from 'node:fs';
import { readRegularFile } from './regular-file.ts';

/** Longer settings of other programs are not looked into. */
const MOST_BYTES = 8_000_000;

/** Settings of another program, `null` where they cannot be read; a pipe, as in `KUBECONFIG=<(…)`, is left for that program to read. */
export function readText(path: string): string | null {
  try {
    // Even to open it would take it from the program.
    if (!statSync(path).isFile()) return null;
    const read = readRegularFile(path, { most: MOST_BYTES, followLinks: true });
    return read.ok ? read.bytes.toString('utf8') : null;
  } catch {
    return null;
  }
}
