import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readOutputEnds } from '../../src/state/index.ts';

const ATTEMPT = { step: 'a', piece: 0, attempt: 1 };

/** A run's folder in which the attempt wrote this. */
function folderWith(output: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'output'));
  if (output !== null) writeFileSync(join(folder, 'output/a.0.1.log'), output);
  return folder;
}

test('what fits is whole', () => {
  expect(readOutputEnds(folderWith('one\ntwo\n'), ATTEMPT, 8)).toMatchObject({ start: 'one\ntwo\n', left: 0, end: '' });
});

test('of more, both ends are read, cut between lines, and what lies between is counted', () => {
  const all = Array.from({ length: 100 }, (_, line) => `line ${String(line).padStart(2, '0')}\n`).join('');
  const { start, left, end } = readOutputEnds(folderWith(all), ATTEMPT, 100);
  expect(start).toBe('line 00\nline 01\nline 02\n');
  expect(end).toMatch(/^line 91\n[^]*line 99\n$/);
  expect(start.length + left + end.length).toBe(all.length);
});

test('a line without end is cut between characters', () => {
  const { start, left, end } = readOutputEnds(folderWith('ä'.repeat(100)), ATTEMPT, 41);
  expect(start + end).toMatch(/^ä+$/);
  expect(Buffer.byteLength(start + end) + left).toBe(200);
});

test('nothing there is nothing, and a link is not followed', () => {
  const folder = folderWith(null);
  expect(readOutputEnds(folder, ATTEMPT, 10)).toMatchObject({ start: '', left: 0, end: '' });
  writeFileSync(join(folder, 'secret'), 'secret');
  symlinkSync(join(folder, 'secret'), join(folder, 'output/a.0.1.log'));
  expect(readOutputEnds(folder, ATTEMPT, 10).start).toBe('');
});
