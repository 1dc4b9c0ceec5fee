import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { namesIn } from './folders.ts';
import { makeFolders } from './make-folders.ts';
import { readRegularFile } from './regular-file.ts';
import { isRunId, runsFolder } from './runs.ts';
import { sha256 } from './sha256.ts';

/** A run as one file: the files of its folder, except locks and what names processes. */
export interface PackedRun {
  readonly id: string;
  /** Path of the runbook from the root of its repository, or from its own folder if it is in none. */
  readonly runbook: string;
  /** By path within the run's folder, e.g. `output/steps-1.0.1.log`. */
  readonly files: Readonly<Record<string, Buffer>>;
}

const KIND = 'runbook-run ';
const MAGIC = `${KIND}1 `;
/** The most bytes of all files together, which also limits what a packed file may unpack to. */
const MOST = 500_000_000;
const FILE = /^(?:events\.ndjson|runbook\.md|output\/[\w.-]{1,140}\.log|shell\/[\w-]{1,40}\.json)$/;

/** Reads the files of a run's folder. @throws where they are more than one file may hold. */
export function readRunFiles(folder: string): Readonly<Record<string, Buffer>> {
  const names = ['', 'output', 'shell'].flatMap((room) => namesIn(join(folder, room)).map((name) => (room === '' ? name : `${room}/${name}`)));
  let left = MOST;
  return Object.fromEntries(names.filter((name) => FILE.test(name)).map((name) => {
    const read = readRegularFile(join(folder, name), { most: left });
    if (!read.ok) throw new Error(`${name}: ${read.reason}`);
    left -= read.bytes.length;
    return [name, read.bytes];
  }));
}

/** Packs a run: a line with the digest of what follows, then the compressed contents. */
export function packRun({ id, runbook, files }: PackedRun): Buffer {
  const body = gzipSync(JSON.stringify({ id, runbook, files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')])) }));
  return Buffer.concat([Buffer.from(`${MAGIC}${sha256(body)}\n`), body]);
}

/** Whether a file is one, whatever it is called. */
export function beginsPacked(path: string): boolean {
  try {
    const read = readRegularFile(path, { most: MOST, followLinks: true });
    return read.ok && read.bytes.toString('latin1', 0, KIND.length) === KIND;
  } catch {
    return false;
  }
}

/** The run in a packed file, or why the file is refused: it is taken as a whole or not at all. */
export function unpackRun(bytes: Buffer, most = MOST): { readonly ok: true; readonly run: PackedRun } | { readonly ok: false; readonly reason: string } {
  const end = bytes.indexOf(10);
  const head = bytes.toString('latin1', 0, Math.min(Math.max(end, 0), 200));
  if (!head.startsWith(MAGIC)) return { ok: false, reason: head.startsWith(KIND) ? 'it was packed by another version of runbook' : 'it is not a packed run' };
  const body = bytes.subarray(end + 1);
  if (head.slice(MAGIC.length) !== sha256(body)) return { ok: false, reason: 'it is damaged: its bytes are not those that were packed' };
  const run = readBody(body, most);
  return run === null ? { ok: false, reason: 'it is not what runbook packs' } : { ok: true, run };
}

function readBody(body: Buffer, most: number): PackedRun | null {
  try {
    const value: unknown = JSON.parse(gunzipSync(body, { maxOutputLength: most * 1.5 }).toString('utf8'));
    if (typeof value !== 'object' || value === null || !('id' in value && 'runbook' in value && 'files' in value)) return null;
    const { id, runbook, files } = value;
    if (typeof id !== 'string' || !isRunId(id) || typeof runbook !== 'string' || typeof files !== 'object' || files === null) return null;
    const entries = Object.entries(files);
    if (!('events.ndjson' in files) || !entries.every(([name, text]) => FILE.test(name) && typeof text === 'string')) return null;
    return { id, runbook, files: Object.fromEntries(entries.map(([name, text]) => [name, Buffer.from(String(text), 'base64')])) };
  } catch {
    return null;
  }
}

/** Puts a run among the runs of this machine, in one step, replacing one of the same id; returns its folder. */
export function placeRun(state: string, { id, files }: PackedRun): string {
  const runs = runsFolder(state);
  const temporary = join(runs, `.unpacking-${id}-${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(files)) {
    makeFolders(dirname(join(temporary, name)), 0o700);
    writeSynced(join(temporary, name), bytes);
  }
  rmSync(join(runs, id), { recursive: true, force: true });
  renameSync(temporary, join(runs, id));
  return join(runs, id);
}

function writeSynced(path: string, bytes: Buffer): void {
  writeFileSync(path, bytes, { mode: 0o600 });
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

/** The file that marks a run as handed over and closed here. */
export function handedOverFile(folder: string): string {
  return join(folder, 'handed-over');
}
