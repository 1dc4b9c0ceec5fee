import { run, medians, program, settle } from './measure.ts';
import type { Figure } from './measure.ts';
import { CLI, ENVIRONMENT, file, unread, withSteps } from './inputs.ts';

const MB = 1_000_000;

/** What running costs: a step that does nothing, a flood of output, memory. */
export async function engine(rounds: number): Promise<Figure[]> {
  const node = process.execPath;
  const unattended = (path: string): ReturnType<typeof program> => program(node, [CLI, 'run', path, '--yes', '--no-history'], { env: ENVIRONMENT });
  const flood = file('flood.txt', `${'x'.repeat(99)}\n`.repeat(MB));
  await settle(unattended(withSteps(1, ':')));
  const taken = await medians(
    {
      bare: program(node, ['-e', '0']),
      one: unattended(withSteps(1, ':')),
      unread: unread(withSteps(1, ':'), unattended),
      many: unattended(withSteps(101, ':')),
      bash: program('bash', ['-c', ':']),
      flood: unattended(withSteps(1, `cat ${flood}`)),
      pipe: program('bash', ['-c', `cat ${flood} | ${node} -e 'process.stdin.on("data", () => {})'`]),
    },
    rounds,
  );
  const step = ((taken['many'] ?? 0) - (taken['one'] ?? 0)) / 100;
  const gigabyte = withSteps(1, `for i in 1 2 3 4 5 6 7 8 9 10; do cat ${flood}; done`);
  const peak = async (format: string): Promise<number> => (await run(node, [CLI, 'run', gigabyte, '--yes', '--no-history', '--format', format], { env: ENVIRONMENT })).peakMb;
  const peaks = { text: await peak('text'), ndjson: await peak('ndjson') };
  return [
    { name: 'a whole run of one step', against: 'node -e 0', value: (taken['one'] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound: 5 },
    { name: 'a whole run of one step, a text that is new', against: 'node -e 0', value: (taken['unread'] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound: null },
    { name: 'a step that runs `:`', against: 'bash -c :', value: step - (taken['bash'] ?? 0), unit: 'ms', bound: 8 },
    { name: '100 MB of output through a step, start-up aside', against: 'cat into node', value: ((taken['flood'] ?? 0) - (taken['one'] ?? 0)) / (taken['pipe'] ?? 1), unit: 'x', bound: 2 },
    { name: 'peak memory for 1 GB of output', against: '', value: peaks.text, unit: 'MB', bound: 250 },
    { name: 'peak memory for 1 GB of output as events', against: '', value: peaks.ndjson, unit: 'MB', bound: 250 },
  ];
}
