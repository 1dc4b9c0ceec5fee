import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Journal, keepProcessStart, lastProcessGroup, processGroupFile } from '../../src/state/index.ts';

test.skipIf(process.platform !== 'linux')('a process that has the id of the one that was cut off by now is not that one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'process-group-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  new Journal(folder).close();
  const file = processGroupFile(folder);
  writeFileSync(file, String(process.pid));
  expect(lastProcessGroup(folder)).toBe(process.pid);
  keepProcessStart(file, process.pid);
  expect(lastProcessGroup(folder)).toBe(process.pid);
  writeFileSync(`${file}-start`, `${process.pid} 1`);
  expect(lastProcessGroup(folder)).toBe(null);
  writeFileSync(`${file}-start`, `${process.ppid} 1`);
  expect(lastProcessGroup(folder)).toBe(process.pid);
});
