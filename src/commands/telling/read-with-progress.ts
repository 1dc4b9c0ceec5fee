import { readCatalog } from '../../catalog/index.ts';
import type { Io, Runbook } from '../../model/index.ts';
import { progressOf } from './progress.ts';

/** The runbooks that paths name, with a line of progress on a terminal; what is left out is said on stderr. */
export function* readWithProgress(paths: readonly string[], io: Io): Generator<Runbook> {
  const progress = progressOf('reading', io);
  const leftOut = (error: Error): void => {
    progress.clear();
    io.stderr.write(`runbook: ${error.message}\n  it is left out\n`);
  };
  try {
    yield* readCatalog(paths, io.cwd, { at: progress.at, leftOut });
  } finally {
    progress.clear();
  }
}
