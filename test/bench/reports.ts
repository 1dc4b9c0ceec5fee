import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from '../../src/state/index.ts';
import { at, manySteps } from '../print/report/told-runs.ts';
import { CLI, ENVIRONMENT, file } from './inputs.ts';
import { median, run } from './measure.ts';
import type { Figure } from './measure.ts';

const STEPS = 500;
const OUTPUT_BYTES = 100_000_000;

/** What the page of a long run costs, and how big it is without what the commands wrote. */
export async function reports(rounds: number): Promise<Figure[]> {
  const line = 'one line of what a command has to say, as long as such lines are\n';
  keep('20261123-030400001-loud', line.repeat(Math.ceil(OUTPUT_BYTES / STEPS / line.length)));
  keep('20261123-030400002-mute', '');
  const page = file('report.html', '');
  const write = (id: string): ReturnType<typeof run> => run(process.execPath, [CLI, 'runs', 'report', id, '--format', 'html', '-o', page], { env: ENVIRONMENT });
  await write('mute');
  const bytes = statSync(page).size;
  const taken: Awaited<ReturnType<typeof run>>[] = [];
  for (let round = 0; round < rounds; round++) taken.push(await write('loud'));
  return [
    { name: 'report of 500 steps, 100 MB of output', against: '', value: median(taken.map(({ milliseconds }) => milliseconds)), unit: 'ms', bound: 2000 },
    { name: 'its memory', against: '', value: Math.max(...taken.map(({ peakMb }) => peakMb)), unit: 'MB', bound: 200 },
    { name: 'the page without output', against: '', value: bytes / 1e6, unit: 'MB', bound: 1 },
  ];
}

function keep(id: string, output: string): void {
  const journal = new Journal(join(ENVIRONMENT['XDG_STATE_HOME'] ?? '', 'runbook/runs', id));
  for (const event of at(id, manySteps(STEPS, output))) journal.append(event);
  journal.close();
}
