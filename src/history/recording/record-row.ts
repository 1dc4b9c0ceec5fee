import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type LockHolder, readRegularFile, removeLeftovers, takeLock, writeAtomically } from '../../state/index.ts';
import { commitRow } from './commit-row.ts';
import { dieAt } from './fault.ts';
import { forgetRow, keepRow, keptRow, saveRow } from './kept-rows.ts';
import { linesLike, placeRow, type PlacedRow } from '../row/index.ts';
import type { KeptRow, RecordRequest, RecordResult } from '../types.ts';
import { writeReason } from './write-reason.ts';

/** The largest runbook that is read; adding rows may make it grow beyond this. */
const MOST_BYTES = 8_000_000;
/** How long a writer waits for another one by default, in milliseconds. */
const LOCK_WAIT_MS = 60_000;

interface RecordOptions {
  /** Milliseconds to wait for another writer. */
  readonly lockWait?: number;
  /** Id of the kept row that this one replaces. */
  readonly keptAs?: string;
  /** Set if others may also write the same row, or have begun to. It is then kept only if it could not be written. */
  readonly once?: Once;
  /**
   * Called when the row is in the file and before the kept copy is removed, so that a crash in between leaves no doubt. `false` if that could not be
   * noted down: the copy then stays, because it alone tells later that the row was written.
   */
  readonly onWritten?: (row: string) => boolean | Promise<boolean>;
}

/** For a row that several people may write from different checkouts: only the first does. */
export interface Once {
  /** The row as somebody has begun to write it; `null` if nobody has. */
  readonly begun: BegunRow | null;
  /** Called under the file's lock, before the row is written; `false` if somebody else is writing it by now. */
  begins(row: BegunRow): Promise<boolean>;
}

/** A row that is about to be written, with what is needed to tell later whether it was. */
export interface BegunRow {
  /** Safe Markdown. */
  readonly cells: readonly string[];
  /** How many identical rows the file had before. */
  readonly alike: number;
}

/** Somebody else is writing the row. */
export class RowTaken extends Error {}

/**
 * Writes a row into its file exactly once: stores it in the state folder, then under a lock reads the file, places the row and writes it, and
 * then removes the stored copy. If anything fails, the row stays stored and the result says why; if the process is killed, the row is in one of the two places.
 */
export async function recordRow(request: RecordRequest, options: RecordOptions = {}): Promise<RecordResult> {
  const absolute = { ...request, path: resolve(request.path) };
  if (options.once !== undefined) return recordOnce(absolute, { ...options, once: options.once });
  let kept: KeptRow | null = null;
  let lost: unknown = null;
  try {
    kept = await keepRow(absolute, request.now ?? new Date(), { id: options.keptAs });
  } catch (error) {
    lost = error;
  }
  dieAt('kept');
  const result = await writeKept(kept ?? { id: '', keptAt: '', reason: '', request: absolute }, { ...options, again: false });
  if (lost === null || options.keptAs === undefined) return result.status === 'written' || lost === null ? result : asLost(result, lost);
  // As it was stored before, the row would be written a second time.
  if (result.status === 'written') await forget({ id: options.keptAs });
  else if ((await keptRow(options.keptAs)) === null) return asLost(result, lost);
  return result;
}

/** Not stored beforehand: the caller knows that the row is due and can have somebody else write it. */
async function recordOnce(request: RecordRequest, { once, keptAs, ...options }: RecordOptions & { readonly once: Once }): Promise<RecordResult> {
  let { begun } = once;
  const begins = async (row: BegunRow): Promise<boolean> => {
    const isOurs = await once.begins(row);
    if (isOurs) begun ??= row;
    return isOurs;
  };
  const result = await writeKept({ id: '', keptAt: '', reason: '', request }, { ...options, once: { begun, begins }, again: false });
  if (result.status === 'written') return result;
  try {
    await keepRow(request, request.now ?? new Date(), { id: keptAs, reason: result.reason, ...(begun === null ? {} : { attempted: begun.alike }) });
    return result;
  } catch (error) {
    return asLost(result, error);
  }
}

function asLost(result: Exclude<RecordResult, { status: 'written' }>, error: unknown): RecordResult {
  return { ...result, status: 'lost', reason: `${result.reason}; it could not be kept either: ${writeReason(error)}`, advice: 'copy the row into the file by hand' };
}

/** What the caller wants done with a stored row, which may be more than its run had asked for. */
function asked({ commit, push, addHistory }: RecordRequest): Pick<RecordRequest, 'commit' | 'push' | 'addHistory'> {
  return { ...(commit === undefined ? {} : { commit }), ...(push === undefined ? {} : { push }), ...(addHistory === undefined ? {} : { addHistory }) };
}

/** Writes a row that was stored earlier. */
export async function recordKept(kept: KeptRow, options: RecordOptions = {}): Promise<RecordResult> {
  return writeKept(kept, { ...options, again: true });
}

interface Attempt extends RecordOptions {
  /** The row was stored by an earlier process. */
  readonly again: boolean;
}

async function writeKept(kept: KeptRow, attempt: Attempt): Promise<RecordResult> {
  try {
    const path = await realpath(kept.request.path);
    const lockFile = join(dirname(path), `.${basename(path)}.lock`);
    const locked = await takeLock(lockFile, { wait: attempt.lockWait ?? LOCK_WAIT_MS, purpose: `row of ${kept.request.operator}` });
    if (locked.status === 'busy') return await keep(kept, heldBy(locked.holder, lockFile));
    let end: Locked;
    try {
      dieAt('locked');
      end = await writeLocked(kept, path, attempt);
    } finally {
      await locked.lock.release();
    }
    // Only then: if a kill leaves a lock behind, it leaves the stored row too, and whoever writes that one removes the lock.
    dieAt('released');
    if (end.settled) await forget(kept);
    return end.result;
  } catch (error) {
    if (error instanceof RowTaken) throw error;
    return keep(kept, writeReason(error));
  }
}

function heldBy(holder: LockHolder | null, lockFile: string): string {
  if (holder === null) return `its lock ${lockFile} cannot be read; remove it if nobody writes there`;
  return `another process holds its lock (pid ${holder.pid} on ${holder.host}, since ${holder.since})`;
}

/** What came of an attempt, and whether the stored row has done its work. */
interface Locked {
  readonly result: RecordResult;
  readonly settled: boolean;
}

async function writeLocked(kept: KeptRow, path: string, attempt: Attempt): Promise<Locked> {
  await removeLeftovers(path);
  const stored = kept.id === '' ? kept : await keptRow(kept.id);
  const current = stored === null ? null : { ...stored, request: { ...stored.request, ...asked(kept.request) } };
  if (current === null) return { result: { status: 'written', row: rowText(kept.request), line: 0 }, settled: true };
  const refuse = async (reason: string): Promise<Locked> => ({ result: await keep(current, reason), settled: false });
  const found = await readAndPlace(path, current.request, attempt.again);
  if (!found.ok) return refuse(found.reason);
  const { text, placed } = found;
  const already = linesLike(text, placed.row);
  const before = attempt.once === undefined ? current.attempted : attempt.once.begun?.alike;
  const written = before !== undefined && already.length > before ? already.at(-1) : undefined;
  if (written === undefined && attempt.once !== undefined && !(await attempt.once.begins({ cells: current.request.cells, alike: already.length }))) throw new RowTaken('somebody else writes it');
  if (written === undefined) await write(current, path, placed, already.length);
  const settled = (await attempt.onWritten?.(placed.row)) ?? true;
  dieAt('recorded');
  const result = { status: 'written', row: placed.row, line: written ?? placed.line } as const;
  if (current.request.commit !== true && current.request.push !== true) return { result, settled };
  // Removed before the commit: if it were written once more, the row would stand in the file twice.
  if (settled) await forget(current);
  return { result: { ...result, commit: await commitRow(current.request, path, { wasKept: attempt.again, before }) }, settled };
}

type InFile = { readonly ok: true; readonly text: string; readonly placed: Extract<PlacedRow, { ok: true }> } | { readonly ok: false; readonly reason: string };

/** The file's text, and the same with the row in it. Read once more where the file was changed meanwhile: an editor may save it while our reader is loaded. */
async function readAndPlace(path: string, request: RecordRequest, again: boolean, before?: InFile): Promise<InFile> {
  const read = readRegularFile(path, { most: MOST_BYTES, followLinks: true });
  if (!read.ok) return read;
  const text = read.bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(read.bytes)) return { ok: false, reason: 'it is not UTF-8 text' };
  if (before?.ok === true && before.text === text) return before;
  const placed = await placeRow(text, request, again);
  return placed.ok ? readAndPlace(path, request, again, { ok: true, text, placed }) : placed;
}

async function forget({ id }: Pick<KeptRow, 'id'>): Promise<void> {
  if (id !== '') await forgetRow(id).catch(() => undefined);
  dieAt('forgotten');
}

/** First stores how many identical rows there are: after a crash this tells whether the row was written. */
async function write(kept: KeptRow, path: string, placed: Extract<PlacedRow, { ok: true }>, already: number): Promise<void> {
  if (kept.id !== '') await saveRow({ ...kept, attempted: already });
  dieAt('attempted');
  await writeAtomically(path, placed.text, { at: dieAt });
}

async function keep(kept: KeptRow, reason: string): Promise<RecordResult> {
  if (kept.id !== '') await saveRow({ ...kept, reason }).catch(() => undefined);
  return { status: 'kept', row: rowText(kept.request), reason, advice: 'fix that, then run `runbook record --pending`' };
}

/** The row for a person to copy, if there is no table to take the style from. */
function rowText(request: RecordRequest): string {
  return `| ${request.cells.join(' | ')} |`;
}
