import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, relative, resolve } from 'node:path';
import { closeRun } from '../../execute/index.ts';
import { ExitCode, type Io, RunbookError } from '../../model/index.ts';
import { handedOverFile, packRun, readRunFiles, repositoryAround, stateFolder, writeAtomically } from '../../state/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { findRun, type StoredRun } from '../resuming/find-run.ts';
import { operatorOf } from '../running/options.ts';
import { resumableRun } from '../resuming/resumable.ts';

/** `runbook runs pack <id>`: closes a run here and writes it to one file, to be resumed elsewhere. */
export async function pack(args: ParsedArgs, id: string, io: Io): Promise<ExitCode> {
  const found = findRun(stateFolder(io.env), id);
  const file = resolve(io.cwd, args.text('output') ?? `${found.id}.runbook-run`);
  // A run that is already closed may be packed again, since its file may have been lost.
  if (found.handedOver === null) await close(found, (await operatorOf(args, io)) || 'somebody', io);
  const run = findRun(stateFolder(io.env), found.id);
  const runbook = run.state.started?.runbook ?? '';
  await writeAtomically(file, packRun({ id: run.id, runbook: placeIn(runbook, io.cwd), files: readRunFiles(run.folder) }), { mode: 0o600 });
  io.stdout.write(`${relative(io.cwd, file) || file}\n`);
  io.stderr.write(`run ${run.id} is closed here; whoever takes over: runbook resume ${basename(file)}\n`);
  return ExitCode.done;
}

/** The path of the runbook in its repository, else below this folder, else only its name. */
function placeIn(runbook: string, cwd: string): string {
  const root = repositoryAround(dirname(runbook)) ?? cwd;
  const place = relative(root, runbook);
  return place.startsWith('..') ? basename(runbook) : place;
}

/** The run is marked as handed over before the file is written, so that it is never open in two places. */
async function close(found: StoredRun, operator: string, io: Io): Promise<void> {
  const { run, only } = await resumableRun({ id: found.id }, stateFolder(io.env));
  if (only === 'row') throw new RunbookError({ what: `cannot pack ${run.id}`, why: 'its history row is not written', advice: `write it first: runbook resume ${run.id}` });
  const by = `by ${operator} on ${hostname()} at ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  await closeRun({ id: run.id, folder: run.folder, note: `handed over ${by}` });
  writeFileSync(handedOverFile(run.folder), by, { mode: 0o600 });
}
