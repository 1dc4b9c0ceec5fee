import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BaselineEntry, formatBaseline, goneFromBaseline, type LintedFile, notAsked, parseBaseline, prunedBaseline } from '../../lint/index.ts';
import { counted, RunbookError } from '../../model/index.ts';
import { writeAtomically } from '../../state/index.ts';

/** What the baseline needs from the process. */
interface BaselineIo {
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

/** What was linted, and whether a rule could have reported something in a file. */
interface Asked {
  readonly files: readonly LintedFile[];
  asked(path: string, rule: string): boolean;
}

/** Accepts the current findings; entries for other files and rules stay. */
export async function updateBaseline({ files, asked }: Asked, path: string, { cwd, err }: BaselineIo): Promise<void> {
  const exists = (name: string) => existsSync(resolve(cwd, name));
  const others = exists(path) ? notAsked(files, readBaseline(path, cwd), exists, asked) : [];
  await writeAtomically(resolve(cwd, path), formatBaseline(files, others));
  const count = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  err(`${path} accepts ${counted(count, 'finding')}\n`);
}

/** Says how many entries are no longer found, and removes them if asked to. */
export async function pruneBaseline({ files, asked }: Asked, baseline: readonly BaselineEntry[], path: string, prune: boolean, { cwd, err }: BaselineIo): Promise<void> {
  const gone = goneFromBaseline(files, baseline, (name) => existsSync(resolve(cwd, name)), asked);
  if (gone.length === 0) return;
  const count = gone.reduce((sum, { entry, left }) => sum + entry.count - left, 0);
  const findings = `${counted(count, 'finding')} of ${path}`;
  if (prune) await writeAtomically(resolve(cwd, path), prunedBaseline(baseline, gone));
  err(prune ? `${findings} ${count === 1 ? 'is' : 'are'} fixed and taken out\n` : `${findings} ${count === 1 ? 'is' : 'are'} fixed (--prune-baseline takes ${count === 1 ? 'it' : 'them'} out)\n`);
}
