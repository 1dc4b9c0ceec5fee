import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readRegularFile, removeLeftovers, takeLock, writeAtomically } from '../../state/index.ts';
import { commitRow } from './commit-row.ts';
import { dieAt } from './fault.ts';
import { forgetRow, keepRow, keptRow, saveRow } from './kept-rows.ts';
import { linesLike, placeRow, type PlacedRow } from '../row/index.ts';
import type { KeptRow, RecordRequest, RecordResult } from '../types.ts';
import { writeReason } from './write-reason.ts';

/** No larger runbook is read; the rows that are to be written may make it grow beyond. */
const MOST_BYTES = 8_000_000;
/** Milliseconds that a writer waits for another one. */
const lockWait = 60_000;

export interface RecordOptions {
  /** Milliseconds to wait for another writer. */
  readonly lockWait?: number;
  /** The kept row that this one takes the place of, by its id. */
  readonly keptAs?: string;
  /** Set where others may have begun to write the same row, or may do so. It is then kept only where it could not be written. */
  readonly once?: Once;
  /** Called once the row is in the file and before it is forgotten elsewhere: whoever dies in between leaves no doubt. */
  readonly onWritten?: (row: string) => void | Promise<void>;
}

/** What is known of a row that whoever comes first writes, from whichever checkout. */
export interface Once {
  /** As somebody began to write it; `null` where nobody has. */
  readonly begun: BegunRow | null;
  /** Called under the file's lock, before the row is written; `false` where somebody else does it by now. */
  begins(row: BegunRow): Promise<boolean>;
}

/** A row that is about to be written: what tells whether it stands. */
export interface BegunRow {
  /** Safe Markdown. */
  readonly cells: readonly string[];
  /** How many rows of the same text the file had before. */
  readonly alike: number;
}

/** Somebody else writes the row. */
export class RowTaken extends Error {}

/**
 * Writes a row into its file once: kept in the state folder first, then under a lock read, placed and written anew, then
 * forgotten there. Whatever fails, the row stays kept and the result says why; whenever it is killed, the row is in one of the two.
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
  return result.status === 'written' || lost === null ? result : asLost(result, lost);
}

/** Nothing is kept before: who asks for it knows that the row is due, and lets another one write it. */
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

/** Writes a row that was kept earlier. */
export async function recordKept(kept: KeptRow, options: RecordOptions = {}): Promise<RecordResult> {
  return writeKept(kept, { ...options, again: true });
}

interface Attempt extends RecordOptions {
  /** The row was kept by an earlier process. */
  readonly again: boolean;
}

async function writeKept(kept: KeptRow, attempt: Attempt): Promise<RecordResult> {
  try {
    const path = await realpath(kept.request.path);
    const locked = await takeLock(join(dirname(path), `.${basename(path)}.lock`), { wait: attempt.lockWait ?? lockWait, purpose: `row of ${kept.request.operator}` });
    if (locked.status === 'busy') return await keep(kept, `another process holds its lock${locked.holder === null ? '' : ` (pid ${locked.holder.pid} on ${locked.holder.host}, since ${locked.holder.since})`}`);
    let result: RecordResult;
    try {
      dieAt('locked');
      result = await writeLocked(kept, path, attempt);
    } finally {
      await locked.lock.release();
    }
    // Only then: where a kill leaves a lock, it leaves the kept row too, and whoever writes that one takes the lock away.
    dieAt('released');
    if (result.status === 'written') await forget(kept);
    return result;
  } catch (error) {
    if (error instanceof RowTaken) throw error;
    return keep(kept, writeReason(error));
  }
}

async function writeLocked(kept: KeptRow, path: string, attempt: Attempt): Promise<RecordResult> {
  await removeLeftovers(path);
  const current = kept.id === '' ? kept : await keptRow(kept.id);
  if (current === null) return { status: 'written', row: rowText(kept.request), line: 0 };
  const read = readRegularFile(path, { most: MOST_BYTES, followLinks: true });
  if (!read.ok) return keep(current, read.reason);
  const { bytes } = read;
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return keep(current, 'it is not UTF-8 text');
  const placed = placeRow(text, current.request, attempt.again);
  if (!placed.ok) return keep(current, placed.reason);
  const already = linesLike(text, placed.row);
  const before = attempt.once === undefined ? current.attempted : attempt.once.begun?.alike;
  const written = before !== undefined && already.length > before ? already.at(-1) : undefined;
  if (written === undefined && attempt.once !== undefined && !(await attempt.once.begins({ cells: current.request.cells, alike: already.length }))) throw new RowTaken('somebody else writes it');
  if (written === undefined) await write(current, path, placed, already.length);
  await attempt.onWritten?.(placed.row);
  dieAt('recorded');
  const result = { status: 'written', row: placed.row, line: written ?? placed.line } as const;
  if (current.request.commit !== true && current.request.push !== true) return result;
  // Before it is committed: committed once more, it would stand there twice.
  await forget(current);
  return { ...result, commit: await commitRow(current.request, path, { wasKept: attempt.again, before }) };
}

async function forget({ id }: KeptRow): Promise<void> {
  if (id !== '') await forgetRow(id).catch(() => undefined);
  dieAt('forgotten');
}

/** How many such rows were there before is noted first: whoever finds the kept row after a crash can tell whether it was written. */
async function write(kept: KeptRow, path: string, placed: Extract<PlacedRow, { ok: true }>, already: number): Promise<void> {
  if (kept.id !== '') await saveRow({ ...kept, attempted: already });
  dieAt('attempted');
  await writeAtomically(path, placed.text, { at: dieAt });
}

async function keep(kept: KeptRow, reason: string): Promise<RecordResult> {
  if (kept.id !== '') await saveRow({ ...kept, reason }).catch(() => undefined);
  return { status: 'kept', row: rowText(kept.request), reason, advice: 'mend it, then run `runbook record --pending`' };
}

/** The row for a person to copy, where there is no table to take the style from. */
function rowText(request: RecordRequest): string {
  return `| ${request.cells.join(' | ')} |`;
}
