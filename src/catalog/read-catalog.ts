import { RunbookError, type Runbook } from '../model/index.ts';
import { quickReader } from '../parse/index.ts';
import { findMarkdown, nothingNamed } from './find-markdown.ts';
import { loadRunbook } from './load-runbook.ts';

/** Told how the reading goes. */
export interface CatalogWatcher {
  /** Before each file: so many of so many are read. */
  at(done: number, total: number): void;
  /** In a tree, a file that cannot be read is left out. */
  leftOut(error: RunbookError): void;
}

/**
 * Reads every Markdown file that paths, folders and globs name, one after the other.
 * @throws RunbookError where a path names nothing, or the only file cannot be read.
 */
export function* readCatalog(paths: readonly string[], cwd: string, watcher: CatalogWatcher): Generator<Runbook> {
  const { files, missing } = findMarkdown(paths, cwd);
  const [gone] = missing;
  if (gone !== undefined) throw nothingNamed(gone, files);
  const reader = { readTree: quickReader() };
  for (const [index, file] of files.entries()) {
    watcher.at(index, files.length);
    try {
      yield loadRunbook(file, cwd, reader);
    } catch (error) {
      if (!(error instanceof RunbookError) || files.length === 1) throw error;
      watcher.leftOut(error);
    }
  }
}
