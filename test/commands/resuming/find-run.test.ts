import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findRun } from '../../../src/commands/resuming/find-run.ts';

it('says whether no run has an id or several do', () => {
  const state = mkdtempSync(join(tmpdir(), 'runbook-runs-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  for (const id of ['20261130-120000000-aaaa', '20261130-120500000-bbbb']) mkdirSync(join(state, 'runs', id), { recursive: true });
  expect(() => findRun(state, '20261130')).toThrow(/"20261130" names no single run: 2 runs of this machine begin or end with it/);
  expect(() => findRun(state, 'nosuch')).toThrow(/no run nosuch on this machine/);
});
