import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Diagnostic, errorMessage, RunbookError } from '../../model/index.ts';
import { writeAtomically } from '../../state/index.ts';
import { fixText } from './fix.ts';
import { judge, type LintSettings, readDocument } from '../lint.ts';
import { collectDocuments, folderHabits, NO_CACHE, readHere } from '../reading/index.ts';
import type { Files } from '../rule.ts';

interface FixRequest {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly settings: LintSettings;
  /** Which findings to repair. */
  readonly wanted: (path: string, diagnostic: Diagnostic) => boolean;
  /** Whether to make also repairs that somebody has to look at. */
  readonly unsafe: boolean;
  /** Whether to show what would change and write nothing. */
  readonly dryRun: boolean;
}

interface FixOutcome {
  /** How many findings were fixed, by path. */
  readonly fixed: ReadonlyMap<string, number>;
  /** How many repairs were left out, since a block would run after them that does not now. */
  readonly left: number;
  /** Unified diffs, for a dry run. */
  readonly diff: string;
  /** Files that are not UTF-8, which are left alone. */
  readonly skipped: readonly string[];
}

/** Rules with repairs do not look at other files. */
const NO_FILES: Files = { kind: () => 'file', page: (path) => path, names: () => [], anchors: () => null, ancestors: (folder) => [folder], owned: () => false };

/** Repairs files; each is written in one step. */
export async function fixFiles({ paths, cwd, settings, wanted, unsafe, dryRun }: FixRequest): Promise<FixOutcome> {
  const { parseRunbook } = await import('../../parse/index.ts');
  const ports = { cwd, options: settings.options, cache: NO_CACHE, readAll: readHere, accepts: () => true };
  const hasHabit = await folderHabits(await collectDocuments(paths, ports), ports);
  const counts = new Map<string, number>();
  const skipped: string[] = [];
  const diffs: string[] = [];
  let left = 0;
  for (const path of paths) {
    const text = await readUtf8(resolve(cwd, path));
    if (text === null) {
      skipped.push(path);
      continue;
    }
    const fixed = fixText(text, path, parseRunbook, (runbook) => {
      const { reading } = readDocument(runbook, settings.options);
      return judge({ ...reading, facts: [] }, path, settings, { today: '1970-01-01', files: NO_FILES, hasHabit, lockDifferences: () => [] }, null).filter((diagnostic) => (unsafe || diagnostic.unsafe !== true) && diagnostic.inEditor !== true && wanted(path, diagnostic));
    });
    left += fixed.left;
    if (fixed.count === 0) continue;
    counts.set(path, fixed.count);
    if (dryRun) diffs.push(await unifiedDiff(path, text, fixed.text));
    else await write(resolve(cwd, path), path, fixed.text);
  }
  return { fixed: counts, left, diff: diffs.join(''), skipped };
}

async function readUtf8(file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function write(file: string, path: string, text: string): Promise<void> {
  try {
    await writeAtomically(file, text);
  } catch (cause) {
    throw new RunbookError({ what: `cannot write ${path}`, why: errorMessage(cause), advice: 'the file is as it was', cause });
  }
}

async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { stripTrailingCr: false, headerOptions: FILE_HEADERS_ONLY });
}
