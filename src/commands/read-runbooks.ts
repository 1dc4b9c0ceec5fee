import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { closest, type Io, RunbookError, type Runbook } from '../model/index.ts';
import { parseRunbook } from '../parse/index.ts';
import { findMarkdown } from '../state/index.ts';

const reasons: Readonly<Record<string, string>> = { ENOENT: 'no such file', EISDIR: 'it is a folder', EACCES: 'no permission to read it', ENOTDIR: 'no such file' };

/**
 * The text of a runbook that a user named.
 * @throws RunbookError where it cannot be read or is no text.
 */
export async function readRunbookText(path: string, io: Io): Promise<string> {
  const text = await readFile(resolve(io.cwd, path), 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new RunbookError({ what: `cannot read ${path}`, why: reasons[code] ?? (error instanceof Error ? error.message : code), advice: code === 'EISDIR' ? `runbook list ${path} shows the runbooks in it` : 'give the path of a Markdown file' });
  });
  if (text.includes('\0')) throw new RunbookError({ what: `cannot read ${path}`, why: 'it is no text', advice: 'give the path of a Markdown file' });
  return text;
}

/**
 * Reads every Markdown file below some paths, one after the other; a file that cannot be read is told and left out.
 * @throws RunbookError where a path names nothing.
 */
export async function* readRunbooks(paths: readonly string[], io: Io): AsyncGenerator<Runbook> {
  const { files, missing } = await findMarkdown(paths, io.cwd);
  const [gone] = missing;
  if (gone !== undefined) throw new RunbookError({ what: `cannot read ${gone}`, why: 'no such file or folder, and no Markdown file matches', advice: nearest(gone, files) });
  for (const file of files) {
    try {
      yield parseRunbook(await readRunbookText(file, io), file);
    } catch (error) {
      if (!(error instanceof RunbookError)) throw error;
      io.stderr.write(`runbook: ${error.message}\n`);
    }
  }
}

function nearest(path: string, files: readonly string[]): string {
  const [near] = closest(path, files);
  return near === undefined ? 'give files, folders or quoted globs' : `did you mean ${near}?`;
}
