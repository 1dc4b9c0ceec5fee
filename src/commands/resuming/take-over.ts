import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { foldAll } from '../../events/index.ts';
import { type Io, isMarkdownName, RunbookError } from '../../model/index.ts';
import { beginsPacked, handedOverFile, journalFile, makeFolders, type PackedRun, placeRun, readJournal, readRegularFile, repositoryAround, runsFolder, shellStateFile, stateFolder, unpackRun } from '../../state/index.ts';

/** The largest packed file that is read. */
const MOST = 700_000_000;

/** A run that was taken over from a file. */
interface TakenOver {
  readonly id: string;
  /** Path of the runbook on this machine. */
  readonly path: string;
}

/** Whether the argument of `resume` is a packed file rather than the id of a run or a runbook. */
export function isPackedFile(given: string | undefined, cwd: string): given is string {
  return given !== undefined && /[./\\]/.test(given) && (!isMarkdownName(given) || beginsPacked(resolve(cwd, given)));
}

/**
 * Takes a packed run over, which makes it a run of this machine.
 * @throws RunbookError where the file is no whole packed run, the run is here already, or its runbook is not found.
 */
export function takeOver(file: string, runbook: string | undefined, io: Io): TakenOver {
  const run = readPacked(file, io);
  const refuse = (why: string, advice: string): never => {
    throw new RunbookError({ what: `cannot resume ${file}`, why, advice });
  };
  const state = stateFolder(io.env);
  const here = join(runsFolder(state), run.id);
  if (existsSync(here) && !isFurther(here, run)) refuse(existsSync(handedOverFile(here)) ? 'it was packed here: this machine handed that run over' : `run ${run.id} is here already`, existsSync(handedOverFile(here)) ? 'resume it on another machine' : `runbook resume ${run.id}`);
  const path = runbookOf(run, runbook, io);
  if (path === null) return refuse(`its runbook ${run.runbook} is not found here`, 'say where it is: --runbook <path>');
  makeFolders(runsFolder(state), 0o700);
  const folder = placeRun(state, run);
  if (foldAll(run.id, readJournal(folder)).started === null) refuse('its journal does not say how the run began', 'have it packed once more');
  dropFolder(folder, io.cwd);
  return { id: run.id, path };
}

function readPacked(file: string, io: Io): PackedRun {
  const path = resolve(io.cwd, file);
  const read = existsSync(path) ? readRegularFile(path, { most: MOST }) : ({ ok: false, reason: 'no such file' } as const);
  const unpacked = read.ok ? unpackRun(read.bytes) : read;
  if (!unpacked.ok) throw new RunbookError({ what: `cannot resume ${file}`, why: unpacked.reason, advice: 'nothing was taken over; runbook runs pack <id> writes such a file' });
  const { run } = unpacked;
  const events = run.files['events.ndjson']?.toString('utf8') ?? '';
  if (!events.split('\n').some((line) => line.includes('"run-started"') && line.includes(JSON.stringify(run.id)))) throw new RunbookError({ what: `cannot resume ${file}`, why: 'its journal belongs to another run', advice: 'nothing was taken over' });
  return run;
}

/** Whether this is a run that was handed over from here and comes back with more events. */
function isFurther(here: string, { files }: PackedRun): boolean {
  if (!existsSync(handedOverFile(here))) return false;
  const [own, other] = [readFileSync(journalFile(here)), files['events.ndjson'] ?? Buffer.alloc(0)];
  return other.length > own.length && other.subarray(0, own.length).equals(own);
}

/** Finds the runbook: at the path in the file, relative to this repository or folder, or beside the file. */
function runbookOf(run: PackedRun, given: string | undefined, io: Io): string | null {
  if (given !== undefined) return resolve(io.cwd, given);
  const places = [repositoryAround(io.cwd), io.cwd].filter((place) => place !== null).flatMap((place) => [join(place, run.runbook), join(place, basename(run.runbook))]);
  return places.find((path) => existsSync(path)) ?? null;
}

/** The shell's folder is a path on the other machine; if it does not exist here, the run continues in the current one. */
function dropFolder(folder: string, cwd: string): void {
  const path = shellStateFile(folder);
  try {
    const state: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof state !== 'object' || state === null || !('directory' in state) || typeof state.directory !== 'string') return;
    if (!existsSync(Buffer.from(state.directory, 'latin1').toString('utf8'))) writeFileSync(path, JSON.stringify({ ...state, directory: Buffer.from(cwd, 'utf8').toString('latin1') }), { mode: 0o600 });
  } catch {
    // Without the shell state, the resumed run reports what it lost.
  }
}
