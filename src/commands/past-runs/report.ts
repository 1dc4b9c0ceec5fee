import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { ExitCode, type Io, RunbookError } from '../../model/index.ts';
import type { ReadOutput } from '../../print/report/index.ts';
import { readJournal, readOutputEnds } from '../../state/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import type { StoredRun } from '../running/find-run.ts';

/** `runbook runs report <id>`: to a file, or to standard output. */
export async function report(args: ParsedArgs, { id, folder }: StoredRun, io: Io): Promise<ExitCode> {
  const format = args.flag('json') ? 'json' : (args.text('format') ?? 'markdown');
  const parts = await reportParts(format, id, folder);
  const output = args.text('output');
  if (output === undefined) for (const part of parts) io.stdout.write(part);
  else {
    const path = resolve(io.cwd, output);
    writeReport(path, parts);
    io.stdout.write(`${path}\n`);
  }
  return ExitCode.done;
}

/** The report of a run in one of its forms, part by part. What a form needs is loaded where it is asked for. */
export async function reportParts(format: string, id: string, folder: string): Promise<Iterable<string>> {
  const events = readJournal(folder);
  const read: ReadOutput = (attempt, most) => readOutputEnds(folder, attempt, most);
  if (format === 'html') return (await import('../../print/html/index.ts')).reportPage(id, events, read);
  const { reportJson, reportMarkdown } = await import('../../print/report/index.ts');
  return format === 'json' ? [reportJson(id, events, read)] : reportMarkdown(id, events, read);
}

/** Only its owner may read it: it holds what the commands of the run wrote. */
function writeReport(path: string, parts: Iterable<string>): void {
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      for (const part of parts) writeSync(file, part);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new RunbookError({ what: `cannot write ${path}`, why: error instanceof Error ? error.message : String(error), advice: 'give another file with -o', cause: error });
  }
}
