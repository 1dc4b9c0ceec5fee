import { readlinkSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { closest, decodeRunbook, errorCode, type Io, isRunbookError, MAX_BYTES, readReason, type Runbook, RunbookError, saysNotRead, tooLarge } from '../../model/index.ts';
import { namesIn, readRegularFile } from '../../state/index.ts';
import { cachedReading } from './cached-reading.ts';

const FILE_ADVICE = 'give the path of a Markdown file; runbook list shows the runbooks of a folder';

/**
 * The text of a runbook file.
 * @throws RunbookError where it cannot be read, is a folder, too long or no text.
 */
export function loadText(path: string, cwd: string): string {
  return decodeRunbook(loadBytes(path, cwd), path);
}

/**
 * The bytes of a runbook file, for callers that also need its digest.
 * @throws RunbookError where it cannot be read, is a folder or too long.
 */
export function loadBytes(path: string, cwd: string): Uint8Array {
  const what = `cannot read ${path}`;
  const file = resolve(cwd, path);
  try {
    const about = statSync(file);
    if (about.isDirectory()) throw new RunbookError({ what, why: 'it is a folder', advice: `runbook list ${path} shows the runbooks in it` });
    const large = tooLarge(about.size);
    if (large !== null) throw new RunbookError({ what, ...large });
    // Bounds the reading of a file that grows meanwhile.
    const read = readRegularFile(file, { most: MAX_BYTES, followLinks: true });
    if (!read.ok) throw new RunbookError({ what, why: read.reason, advice: FILE_ADVICE });
    return read.bytes;
  } catch (cause) {
    if (isRunbookError(cause)) throw cause;
    const code = errorCode(cause);
    const gone = code === 'ENOENT' ? linkFrom(file) : null;
    if (gone !== null) throw new RunbookError({ what, why: `it is a link to ${gone}, which is not there`, advice: FILE_ADVICE, cause });
    const near = code === 'ENOENT' ? nearFile(file, path) : null;
    const otherwise = code === 'EACCES' || code === 'EPERM' ? 'ask its owner, or run as a user who may read it' : FILE_ADVICE;
    throw new RunbookError({ what, why: readReason(cause), advice: near === null ? otherwise : `did you mean ${near}?`, cause });
  }
}

/** Where a link leads, as it is written; `null` for what is no link. */
function linkFrom(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}

/** The Markdown file of the same folder whose name is one typing slip away, as the caller would write its path. */
function nearFile(file: string, path: string): string | null {
  const names = namesIn(dirname(file));
  const [near] = closest(basename(file), names.filter((name) => /\.(?:md|markdown|mdx)$/i.test(name) && name !== basename(file)));
  return near === undefined ? null : join(dirname(path), near);
}

/** Where a file is looked for, and where its reading is kept. */
type Caller = Pick<Io, 'cwd' | 'env'>;

/**
 * Reads a runbook file into the model with remark, or takes the reading of an earlier call. All commands that run a runbook, or say what would run, use it,
 * so that all report an unreadable file in the same words.
 * @throws RunbookError where it cannot be read, is a folder, no text, or too long or costly to read.
 */
export async function loadRunbook(path: string, { cwd, env }: Caller): Promise<Runbook> {
  const text = loadText(path, cwd);
  return cachedReading(text, path, env, async () => {
    const { parseRunbook } = await import('../../parse/index.ts');
    return fullyRead(parseRunbook(text, { path }));
  });
}

/**
 * The same runbook, known to have been read to its end.
 * @throws RunbookError where reading stopped because it would cost too much, naming the place: of such a file nothing is known.
 */
export function fullyRead(runbook: Runbook): Runbook {
  const { path, diagnostics } = runbook;
  const unread = diagnostics.find(saysNotRead);
  if (unread === undefined) return runbook;
  throw new RunbookError({ what: `cannot read ${path}`, why: unread.message, where: { path, at: unread.span.start }, advice: unread.rule === 'unreadable' ? 'write it more plainly there' : 'split the file, or move old rows of its history to another' });
}
