import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Journal, lastProcessGroup, processGroupFile, processStat, type ProcessStat } from '../../src/state/index.ts';

test.skipIf(process.platform !== 'linux')('a process that has the id of the one that was cut off by now is not that one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'process-group-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  new Journal(folder).close();
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const { start } = processStat(process.pid) as ProcessStat;
  const written = (text: string): number | null => (writeFileSync(processGroupFile(folder), text), lastProcessGroup(folder));
  expect(written(stat)).toBe(process.pid);
  expect(written(stat.replace(` ${start} `, ' 1 '))).toBe(null);
  // Where the system tells no more, an id is believed.
  expect(written(String(process.pid))).toBe(process.pid);
  expect(written('')).toBe(null);
});
