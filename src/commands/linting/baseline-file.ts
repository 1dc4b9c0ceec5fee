import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BaselineEntry, formatBaseline, goneFromBaseline, type LintedFile, parseBaseline, prunedBaseline } from '../../lint/index.ts';
import { RunbookError } from '../../model/index.ts';
import { writeAtomically } from '../../state/index.ts';

/** What of a process the baseline needs. */
export interface BaselineIo {
  readonly cwd: string;
  err(text: string): void;
}

/**
 * The entries of a baseline file.
 * @throws RunbookError where it cannot be read.
 */
export function readBaseline(path: string, cwd: string): readonly BaselineEntry[] {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new RunbookError({ what: `cannot read the baseline ${path}`, why: 'no such file', advice: `write it: runbook lint <path...> --baseline ${path} --update-baseline` });
  return parseBaseline(readFileSync(file, 'utf8'), path);
}

/** Accepts what is found now. */
export async function updateBaseline(files: readonly LintedFile[], path: string, { cwd, err }: BaselineIo): Promise<void> {
  await writeAtomically(resolve(cwd, path), formatBaseline(files));
  const count = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  err(`${path} accepts ${count} finding${count === 1 ? '' : 's'}\n`);
}

/** Says how many entries are mended, and takes them out where that was asked for. */
export async function pruneBaseline(files: readonly LintedFile[], baseline: readonly BaselineEntry[], path: string, prune: boolean, { cwd, err }: BaselineIo): Promise<void> {
  const gone = goneFromBaseline(files, baseline, (name) => existsSync(resolve(cwd, name)));
  if (gone.length === 0) return;
  const count = gone.reduce((sum, { entry, left }) => sum + entry.count - left, 0);
  const findings = `${count} finding${count === 1 ? '' : 's'} of ${path}`;
  if (prune) await writeAtomically(resolve(cwd, path), prunedBaseline(baseline, gone));
  err(prune ? `${findings} ${count === 1 ? 'is' : 'are'} mended and taken out\n` : `${findings} ${count === 1 ? 'is' : 'are'} mended (--prune-baseline takes ${count === 1 ? 'it' : 'them'} out)\n`);
}
