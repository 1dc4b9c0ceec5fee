import { closest, type Io, RunbookError, type Runbook } from '../model/index.ts';
import { quickReader } from '../parse/index.ts';
import { findMarkdown } from '../state/index.ts';
import { loadRunbook } from './load-runbook.ts';
import { progressOf } from './progress.ts';

/**
 * Reads every Markdown file below some paths, one after the other; in a tree, a file that cannot be read is told and left out.
 * @throws RunbookError where a path names nothing, or the only file cannot be read.
 */
export async function* readRunbooks(paths: readonly string[], io: Io): AsyncGenerator<Runbook> {
  const { files, missing } = findMarkdown(paths, io.cwd);
  const [gone] = missing;
  if (gone !== undefined) throw new RunbookError({ what: `cannot read ${gone}`, why: 'no such file or folder, and no Markdown file matches', advice: nearest(gone, files) });
  const progress = progressOf('reading', io);
  try {
    for (const [index, file] of files.entries()) {
      progress.at(index, files.length);
      try {
        yield loadRunbook(file, io.cwd, { readTree: quickReader() });
      } catch (error) {
        if (!(error instanceof RunbookError) || files.length === 1) throw error;
        progress.clear();
        io.stderr.write(`runbook: ${error.message}\n  it is left out\n`);
      }
    }
  } finally {
    progress.clear();
  }
}

function nearest(path: string, files: readonly string[]): string {
  const [near] = closest(path, files);
  return near === undefined ? 'give files, folders or quoted globs' : `did you mean ${near}?`;
}
