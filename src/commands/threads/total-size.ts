import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The size of some files in bytes, for deciding how many threads should read them; an unreadable file counts as 0. */
export function totalSize(files: readonly string[], cwd: string): number {
  return files.reduce((sum, file) => sum + sizeOf(resolve(cwd, file)), 0);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
