import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessage, type Io } from '../../model/index.ts';
import { runsFolder } from '../../state/index.ts';
import { reportParts } from '../past-runs/report.ts';
import type { Opening } from './machine.ts';

/** The limit of a step summary is 1 MiB. */
const LONGEST_SUMMARY = 900_000;

/** Writes what later steps of a GitHub job and its readers need: the id of the run as an output, its report as the summary. */
export async function tellJob({ state }: Pick<Opening, 'state'>, run: string | null, { env, stderr }: Pick<Io, 'env' | 'stderr'>): Promise<void> {
  const { GITHUB_OUTPUT: output = '', GITHUB_STEP_SUMMARY: summary = '' } = env;
  if (run === null) return;
  try {
    if (output !== '') appendFileSync(output, `run=${run}\n`);
    if (summary !== '') appendFileSync(summary, fitting(await reportParts('markdown', run, join(runsFolder(state), run))));
  } catch (error) {
    // A failure here does not matter: the exit code reports the run.
    stderr.write(`runbook: the job's summary cannot be written: ${errorMessage(error)}\n`);
  }
}

function fitting(parts: Iterable<string>): string {
  let text = '';
  for (const part of parts) {
    if (Buffer.byteLength(text) + Buffer.byteLength(part) > LONGEST_SUMMARY) return `${text}\nThe rest is in the report.\n`;
    text += part;
  }
  return text;
}
