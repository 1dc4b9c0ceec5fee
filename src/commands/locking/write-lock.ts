import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { findMarkdown, nothingNamed } from '../../catalog/index.ts';
import { ExitCode, type Io, RunbookError, visible } from '../../model/index.ts';
import { settleByCaller, type Settlement, stepOf } from '../../plan/index.ts';
import { compare, type Difference, entryText, keepSettlements, type LockEntry, lockText } from '../../plan-lock/index.ts';
import { LOCK_NAME, removeLeftovers, takeLock, writeAtomically } from '../../state/index.ts';
import { lockDifferenceText } from '../../print/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { planError, settlement } from '../given/plan-request.ts';
import { canAsk } from '../asking/can-ask.ts';
import { operatorOf } from '../running/options.ts';
import { progressOf } from '../telling/progress.ts';
import { valueOf } from '../threads/job.ts';
import { onThreads } from '../threads/on-threads.ts';
import { totalSize } from '../threads/total-size.ts';
import { newEntry } from './lockable.ts';
import { readLockable } from './read-lockable.ts';
import { entryFor } from './entry-for.ts';
import { nameInRepository, nameInside, openLock, type OpenLock, writtenEntry } from './open-lock.ts';
import { readerVersion } from './reader-version.ts';
import { renamedFrom } from './renamed.ts';
import { readJob } from './read-job.ts';
import type { LockReading, ToLock } from './read-for-lock.ts';
import { settleOpen } from './settle-open.ts';

type NamedFile = Pick<ToLock, 'name' | 'path'>;

/** A runbook about to be locked. */
interface Locking {
  readonly read: LockReading;
  readonly was: LockEntry | null;
  /** The name under which it was locked before, if it was renamed. */
  readonly formerly: string | null;
  readonly entry: LockEntry;
}

/** Reads the runbooks, asks about what is open in them, and writes the lock. */
export async function writeLock(lock: OpenLock, args: ParsedArgs, io: Io): Promise<ExitCode> {
  const signature = { by: await operatorOf(args, io), on: new Date().toISOString().slice(0, 10) };
  const given = args.texts('settle').map(settlement);
  const files = filesOf(lock, args.positionals, io);
  const former = await renamedFrom(lock, files.map(({ name }) => name));
  const reads = await readAll(files.map((file) => ({ ...file, entry: writtenEntry(lock, former.get(file.name) ?? file.name) })), io);
  if (given.length > 0 && reads.length !== 1) throw new RunbookError({ what: '--settle', why: `${reads.length} runbooks would be locked`, advice: 'name the one that it is for' });
  const asks = canAsk(io) && !args.flag('accept-open');
  const locking: Locking[] = [];
  for (const read of reads) {
    const formerly = former.get(read.name) ?? null;
    const { was } = read;
    const kept = newEntry(read, was, signature, readerVersion());
    const byCaller = given.length === 0 ? [] : checkedSettlements(read, given, io);
    const asked = asks ? await settleOpen(read, (step, piece, kind) => isSettled(kept, byCaller, step, piece, kind), io) : [];
    locking.push({ read, was, formerly, entry: signed(read.name, withSettlements(kept, [...byCaller, ...asked], signature), was) });
  }
  refuseOpen(locking, args.flag('accept-open') || asks);
  const dropped = await write(lock, locking, (name) => isMeant(lock, name, args.positionals, io));
  io.stdout.write(report(lock, locking, dropped, io));
  return ExitCode.done;
}

function filesOf(lock: OpenLock, paths: readonly string[], io: Io): readonly NamedFile[] {
  const { files, missing: [gone] } = findMarkdown(paths.length === 0 ? ['.'] : paths, io.cwd);
  if (gone !== undefined) throw nothingNamed(gone, files);
  return placed(lock, files, paths, io);
}

async function readAll(inputs: readonly ToLock[], io: Io): Promise<readonly LockReading[]> {
  const progress = progressOf('reading', io);
  const done = await onThreads(readJob, { cwd: io.cwd }, inputs, { size: totalSize(inputs.map(({ path }) => path), io.cwd), at: progress.at }).finally(() => progress.clear());
  const reads = done.map(valueOf).filter(({ isRunbook }) => isRunbook);
  if (reads.length === 0) throw new RunbookError({ what: 'nothing to lock', why: 'there is no runbook here', advice: 'name files or folders; runbook list shows what counts as a runbook' });
  return reads;
}

/**
 * The files by the names under which they are locked: a file that several links lead to once, and without files that cannot be in this lock, which are reported.
 * @throws RunbookError where one that was named has none, or nothing else was.
 */
function placed(lock: OpenLock, files: readonly string[], paths: readonly string[], io: Io): readonly NamedFile[] {
  const byName = new Map<string, NamedFile>();
  const outside: string[] = [];
  for (const path of files) {
    const name = nameInRepository(lock.root, resolve(io.cwd, path));
    if (name === null) outside.push(path);
    else if (!byName.has(name) || resolve(io.cwd, path) === join(lock.root, name)) byName.set(name, { path, name });
  }
  const refused = outside.find((path) => byName.size === 0 || paths.includes(path));
  if (refused !== undefined) nameInside(lock, refused, io.cwd);
  for (const path of outside) io.stderr.write(`runbook: ${visible(path)} has no place in the lock: it is outside of this repository, or in one within\n  it is left out\n`);
  return [...byName.values()];
}

/** The given settlements that apply to the runbook. */
function checkedSettlements({ path }: LockReading, given: readonly Settlement[], { cwd }: Pick<Io, 'cwd'>): readonly Settlement[] {
  const { runbook, plan } = readLockable(path, cwd);
  // What is out here may be chosen in a run.
  const [problem] = settleByCaller(given, plan.steps.map((planned) => ({ ...planned, included: true }))).problems;
  if (problem !== undefined) throw planError(runbook, problem);
  return given.flatMap((each) => {
    const pieces = stepOf(plan, each.step)?.pieces ?? [];
    return pieces.flatMap(({ piece, doubts }) => doubts.filter(({ kind }) => (each.doubt === null || each.doubt === kind) && (each.piece === null || each.piece === piece.index)).map(({ kind }) => ({ ...each, piece: piece.index, doubt: kind })));
  });
}

function isSettled(entry: LockEntry, given: readonly Settlement[], step: string, piece: number, kind: string): boolean {
  const locked = entry.steps.find(({ id }) => id === step)?.pieces[piece]?.doubts.find((doubt) => doubt.kind === kind)?.settled ?? null;
  return locked !== null || given.some((each) => each.step === step && each.piece === piece && each.doubt === kind);
}

function withSettlements(entry: LockEntry, settlements: readonly Settlement[], signature: LockEntry['locked']): LockEntry {
  const steps = entry.steps.map((step) => ({
    ...step,
    pieces: step.pieces.map((piece, index) => ({
      ...piece,
      doubts: piece.doubts.map((doubt) => {
        const found = settlements.find((each) => each.step === step.id && each.piece === index && each.doubt === doubt.kind);
        return found === undefined ? doubt : { ...doubt, settled: { answer: found.answer, ...signature } };
      }),
    })),
  }));
  return { ...entry, steps };
}

/** An entry with the same contents, made by the same reader, keeps its signature, so that locking again changes nothing. */
function signed(name: string, entry: LockEntry, was: LockEntry | null): LockEntry {
  if (was === null) return entry;
  const same = { ...entry, locked: was.locked };
  return entryText(name, { ...same, reader: was.reader }) === entryText(name, was) ? same : entry;
}

/** Without a terminal, refuses to lock while doubts are open, unless they are accepted as open. */
function refuseOpen(locking: readonly Locking[], accepted: boolean): void {
  if (accepted) return;
  const open = locking.flatMap(({ read, entry }) => read.open.filter(({ step, piece, doubt, included }) => included && !isSettled(entry, [], step, piece, doubt.kind)).map(({ step, piece, doubt }) => `${read.name}:${doubt.line}: ${step}.${piece}/${doubt.kind}: "${doubt.text}"`));
  if (open.length === 0) return;
  throw new RunbookError({ what: `${open.length === 1 ? 'a doubt is' : `${open.length} doubts are`} open`, why: 'without a terminal nobody can be asked', details: open, advice: 'settle each with --settle <step>/<doubt>=<answer>, or lock them open with --accept-open' });
}

/** Whether a name is among those to lock: all, or those in the named folders. */
function isMeant({ root }: OpenLock, name: string, paths: readonly string[], { cwd }: Pick<Io, 'cwd'>): boolean {
  return (paths.length === 0 ? ['.'] : paths).some((path) => {
    const folder = resolve(cwd, path);
    return folder === root || join(root, name).startsWith(`${folder}${sep}`);
  });
}

/** Reads the lock again under its own lock, puts the entries in, and replaces the file in one step. Reports the entries that it removed because their files are gone. */
async function write(lock: OpenLock, locking: readonly Locking[], meant: (name: string) => boolean): Promise<readonly string[]> {
  const held = await takeLock(join(lock.root, `.${LOCK_NAME}.busy`), { wait: 10_000, purpose: 'writing the plan lock' });
  if (held.status === 'busy') throw new RunbookError({ what: `cannot write ${LOCK_NAME}`, why: 'another program is writing it', advice: 'try again' });
  try {
    const entries = new Map<string, LockEntry>();
    const now = openLock(lock.root);
    const replaced = new Set(locking.map(({ read }) => read.name));
    for (const name of now?.entries.keys() ?? []) {
      const entry = now === null || replaced.has(name) ? null : entryFor(now, name);
      if (entry !== null) entries.set(name, entry);
    }
    for (const { formerly } of locking) if (formerly !== null) entries.delete(formerly);
    for (const { read, entry } of locking) entries.set(read.name, entry);
    const dropped = [...entries.keys()].filter((name) => meant(name) && !existsSync(join(lock.root, name)));
    for (const name of dropped) entries.delete(name);
    await removeLeftovers(lock.path);
    await writeAtomically(lock.path, lockText({ runbooks: entries }));
    return dropped;
  } finally {
    await held.lock.release();
  }
}

function report(lock: OpenLock, locking: readonly Locking[], dropped: readonly string[], { cwd }: Io): string {
  const lines = locking.flatMap(({ read, was, entry }): readonly string[] => {
    const differences: readonly Difference[] = was === null ? [] : compare(read.path, was, keepSettlements(read.coming, was), read.lines);
    const open = read.open.filter(({ step, piece, doubt }) => !isSettled(entry, [], step, piece, doubt.kind));
    const against = differences.length === 0 ? 'as it was' : `locked with ${differences.length === 1 ? 'one difference' : `${differences.length} differences`}`;
    const state = was === null ? 'locked' : against;
    return [`${read.path}: ${state}${openWords(open)}`, ...differences.map((each) => `  ${lockDifferenceText(each)}`)];
  });
  const gone = dropped.map((name) => `${relative(cwd, join(lock.root, name))}: gone, its entry is taken out`);
  return `${[...lines, ...gone, `written to ${relative(cwd, lock.path) || LOCK_NAME}`].join('\n')}\n`;
}

/** Those of steps that are out count too: who brings such a step in is asked about them. */
function openWords(open: LockReading['open']): string {
  if (open.length === 0) return '';
  const out = open.filter(({ included }) => !included).length;
  const where = out === 0 ? '' : ` (${out === open.length ? '' : `${out} `}in steps that are out)`;
  return `, ${open.length === 1 ? 'one doubt' : `${open.length} doubts`} left open${where}`;
}
