import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorMessage, type Io, RunbookError } from '../../model/index.ts';

/** Writes a page or report part by part: to the file given with `-o`, whose path is then printed, or to standard output. */
export function writePage(parts: Iterable<string>, output: string | undefined, io: Io): void {
  if (output === undefined) {
    for (const part of parts) io.stdout.write(part);
    return;
  }
  const path = resolve(io.cwd, output);
  writeParts(path, parts);
  io.stdout.write(`${path}\n`);
}

/** A new file is readable only by its owner, since it may contain output of commands. */
export function writeParts(path: string, parts: Iterable<string>): void {
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      for (const part of parts) writeSync(file, part);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new RunbookError({ what: `cannot write ${path}`, why: errorMessage(error), advice: 'give another file with -o', cause: error });
  }
}
