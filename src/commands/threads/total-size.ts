import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** How many bytes files have, for who decides how many threads read them; one that cannot be read has none. */
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
