import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
      plain: timed(() => rewrite(path)),
      append: () => appendRow(path),
      // In a process of its own too: a warm one parses twice as fast.
      parse: program(process.execPath, ['--disable-warning=ExperimentalWarning', 'test/bench/parse-only.ts', folder]),
      history: program(process.execPath, [CLI, 'history', folder], { env: ENVIRONMENT }),
    },
    rounds,
  );
  return [
    { name: 'a row more in a table of 6,000', against: 'read, split, write for good', value: (taken['append'] ?? 0) / (taken['plain'] ?? 1), unit: 'x', bound: 3 },
    { name: 'history over 1,000 runbooks', against: 'their parse', value: (taken['history'] ?? 0) / (taken['parse'] ?? 1), unit: 'x', bound: 1.2 },
  ];
}

/** The least that changes a line of a file so that a power cut leaves the old text or the new: beside it, on the disk, in its place. */
function rewrite(path: string): void {
  const beside = `${path}.new`;
  writeFileSync(beside, readFileSync(path, 'utf8').split('\n').join('\n'), { flush: true });
  renameSync(beside, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
