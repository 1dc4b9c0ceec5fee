import { isRunbook } from '../../catalog/index.ts';
import { fullyRead } from '../../catalog/opening/index.ts';
import type { Doubt } from '../../model/index.ts';
import type { LockEntry, NowRead } from '../../plan-lock/index.ts';
import { entryOf } from './entry-for.ts';
import { refuseTwoVersions } from '../running/refuse.ts';
import type { Lockable } from './lockable.ts';
import { readLockable } from './read-lockable.ts';
import type { WrittenEntry } from './open-lock.ts';

/** A runbook to lock. */
export interface ToLock {
  /** From the repository's root. */
  readonly name: string;
  readonly path: string;
  /** Its current entry, under its previous name. */
  readonly entry: WrittenEntry | null;
}

/** What locking needs of a runbook, as plain data that a thread can hand back. */
export interface LockReading extends NowRead {
  /** Of the file, from the repository's root. */
  readonly name: string;
  readonly path: string;
  readonly isRunbook: boolean;
  /** How it was locked before. */
  readonly was: LockEntry | null;
  readonly open: readonly OpenDoubt[];
}

/** A doubt that no pin settles. */
export interface OpenDoubt {
  readonly step: string;
  readonly piece: number;
  readonly doubt: Pick<Doubt, 'kind' | 'text' | 'line' | 'answers'>;
  /** Whether its step is in the plan. */
  readonly included: boolean;
  /** The code that would run. */
  readonly code: string;
  /** The lines of the file around its words, the first with its number. */
  readonly around: { readonly from: number; readonly lines: readonly string[] };
}

/** How many lines are shown before and after the words of a doubt. */
const AROUND = 4;

/**
 * Reads a file and its current entry, to lock it.
 * @throws RunbookError where the one or the other cannot be read, or the runbook holds two versions of which nobody can review one.
 */
export function readForLock({ name, path, entry }: ToLock, cwd: string): LockReading {
  const read = readLockable(path, cwd);
  const runbook = fullyRead(read.runbook);
  const { digest, coming, lines } = read;
  const isOne = isRunbook(runbook);
  if (isOne) refuseTwoVersions(read.runbook);
  return { name, path, isRunbook: isOne, was: entry === null ? null : entryOf(entry), digest, coming, lines, open: openDoubts(read) };
}

/** The open doubts, including those of steps that are out until somebody chooses them. */
function openDoubts({ plan, runbook }: Lockable): readonly OpenDoubt[] {
  const written = runbook.source.text.split(/\r\n|[\r\n]/);
  return plan.steps.flatMap(({ step, included, pieces }) =>
    pieces.flatMap(({ piece, code, doubts }) => doubts.filter(({ settledBy }) => settledBy === null).map(({ kind, text, line, answers }) => ({ step: step.id, piece: piece.index, doubt: { kind, text, line, answers }, included, code: code.text, around: linesAround(written, line) }))),
  );
}

function linesAround(written: readonly string[], line: number): OpenDoubt['around'] {
  const from = Math.max(1, line - AROUND);
  return { from, lines: written.slice(from - 1, line + AROUND) };
}
