import { ExitCode, type Io } from '../../model/index.ts';
import type { RunEvent } from '../../events/index.ts';
import type { ReadOutput, StepTitles } from '../../print/report/index.ts';
import { readJournal, readOutputEnds } from '../../state/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import type { StoredRun } from '../resuming/find-run.ts';
import { writePage } from '../telling/write-page.ts';
import { stepTitles } from './step-titles.ts';

/** `runbook runs report <id>`: writes to a file, or to standard output. */
export async function report(args: ParsedArgs, { id, folder }: StoredRun, io: Io): Promise<ExitCode> {
  const parts = await reportParts(reportFormat(args), id, folder);
  writePage(parts, args.text('output'), io);
  return ExitCode.done;
}

/** The format asked for. */
export function reportFormat(args: ParsedArgs): string {
  return args.flag('json') ? 'json' : (args.text('format') ?? 'markdown');
}

/** The report of a run of this machine in one of its formats, part by part. */
export async function reportParts(format: string, id: string, folder: string): Promise<Iterable<string>> {
  const events = readJournal(folder);
  return partsOf(format, { id, events, read: (attempt, most) => readOutputEnds(folder, attempt, most), titles: await stepTitles(folder, id, events) });
}

/** What a report is made of. */
interface Reported {
  readonly id: string;
  readonly events: readonly RunEvent[];
  readonly read: ReadOutput;
  readonly titles: StepTitles;
}

/** A report in one of its formats, part by part. The code of a format is loaded only if it is asked for. */
export async function partsOf(format: string, { id, events, read, titles }: Reported): Promise<Iterable<string>> {
  if (format === 'html') return (await import('../../print/html/index.ts')).reportPage(id, events, read, titles);
  const { reportJson, reportJunit, reportMarkdown } = await import('../../print/report/index.ts');
  if (format === 'junit') return [reportJunit(id, events, titles)];
  return format === 'json' ? [reportJson(id, events, read, titles)] : reportMarkdown(id, events, read, titles);
}
