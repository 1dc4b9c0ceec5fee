import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeRow } from '../../../src/history/row/place-row.ts';

const columns = ['Date (UTC)', 'App', 'Operator', 'Outcome'];
const cells = ['2026-11-03 04:05:06 UTC', 'api', 'dana', 'Success'];

/** The shortest of a few tries, in milliseconds. */
async function shortest(work: () => void | Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return Math.min(...taken);
}

test('a row after 100,000 others costs at most three times reading, splitting and writing the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'speed-'));
  const path = join(folder, 'a.md');
  const row = (index: number): string => `| 2026-05-14 21:24:25 UTC | raxx-api-${index} | raxx-dev-bot (agent, #98) | Success — v432 appeared, dyno up |`;
  writeFileSync(path, `# R\n\n## History\n\n| ${columns.join(' | ')} |\n|---|---|---|---|\n${Array.from({ length: 100_000 }, (_, index) => row(index)).join('\n')}\n\nEnd.\n`);
  const plain = await shortest(() => {
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.join('\n'));
  });
  const ours = await shortest(async () => {
    const placed = await placeRow(readFileSync(path, 'utf8'), { path, columns, cells, target: null, operator: 'dana', runId: '1', outcome: 'Success' }, false);
    if (!placed.ok) throw new Error(placed.reason);
    expect(placed.line).toBe(100_007);
    writeFileSync(join(folder, 'b.md'), placed.text);
  });
  rmSync(folder, { recursive: true });
  expect(ours / plain).toBeLessThan(3);
});
