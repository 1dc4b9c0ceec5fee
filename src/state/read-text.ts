import { statSync } from 'node:fs';
import { readRegularFile } from './regular-file.ts';

/** Longer files are not looked into. */
const MOST_BYTES = 8_000_000;

/** The text of a file that somebody else may be changing, or `null` where there is none to read. A pipe, as in `KUBECONFIG=<(…)`, is left for whom it is meant. */
export function readText(path: string): string | null {
  try {
    // Even to open a pipe would take it from them.
    if (!statSync(path).isFile()) return null;
    const read = readRegularFile(path, { most: MOST_BYTES, followLinks: true });
    return read.ok ? read.bytes.toString('utf8') : null;
  } catch {
    return null;
  }
}
