import { readFileSync, writeFileSync } from 'node:fs';
import { CLI, ENVIRONMENT, manyRunbooks, withHistory } from './inputs.ts';
import { medians, program, timed } from './measure.ts';
import type { Figure } from './measure.ts';

/** What the history costs: one more row of very many, and the rows of very many runbooks. */
export async function history(rounds: number): Promise<Figure[]> {
  const { appendRow } = await import('./append-row.ts');
  const path = withHistory(6_000);
  const folder = manyRunbooks(1000);
  const taken = await medians(
    {
      plain: timed(() => writeFileSync(path, readFileSync(path, 'utf8').split('\n').join('\n'))),
      append: timed(() => appendRow(path)),
      // In a process of its own too: a warm one parses twice as fast.
      parse: program(process.execPath, ['--disable-warning=ExperimentalWarning', 'test/bench/parse-only.ts', folder]),
      history: program(process.execPath, [CLI, 'history', folder], { env: ENVIRONMENT }),
    },
    rounds,
  );
  return [
    { name: 'a row more in a table of 6,000', against: 'read, split, write', value: (taken['append'] ?? 0) / (taken['plain'] ?? 1), unit: 'x', bound: 3 },
    { name: 'history over 1,000 runbooks', against: 'their parse', value: (taken['history'] ?? 0) / (taken['parse'] ?? 1), unit: 'x', bound: 1.2 },
  ];
}
