import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptRunbook, keptRunbookFile } from '../../src/state/index.ts';

it('a copy of a runbook that a step has replaced by a pipe is not waited for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rb-kept-'));
  try {
    expect(keptRunbook(folder)).toBeNull();
    writeFileSync(keptRunbookFile(folder), '# R\n');
    expect(keptRunbook(folder)).toBe('# R\n');
    rmSync(keptRunbookFile(folder));
    execFileSync('mkfifo', [keptRunbookFile(folder)]);
    expect(keptRunbook(folder)).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
