import { findMarkdown, nothingNamed } from '../../catalog/index.ts';
import type { Io } from '../../model/index.ts';
import type { Folder } from '../looking/runbook-job.ts';
import { type Job, valueOf } from '../threads/job.ts';
import { onThreads } from '../threads/on-threads.ts';
import { totalSize } from '../threads/total-size.ts';
import { errorText } from './error-text.ts';
import { progressOf } from './progress.ts';

/**
 * Does a job for every Markdown file that paths, folders and globs name, with a progress line on a terminal. If there are several, one that cannot be
 * read is left out with a note on stderr.
 * @throws RunbookError where a path names nothing, or the only file cannot be read.
 */
export async function readWithProgress<Given extends Folder, Picked>(job: Job<Given, string, Picked>, given: Given, paths: readonly string[], io: Io): Promise<readonly Picked[]> {
  const { files, missing: [gone] } = findMarkdown(paths, given.cwd);
  if (gone !== undefined) throw nothingNamed(gone, files);
  const progress = progressOf('reading', io);
  const all = await onThreads(job, given, files, { size: totalSize(files, given.cwd), at: progress.at }).finally(() => progress.clear());
  return all.flatMap((done) => {
    if (done.ok || files.length === 1) return [valueOf(done)];
    io.stderr.write(errorText({ ...done.report, advice: 'it is left out' }));
    return [];
  });
}
