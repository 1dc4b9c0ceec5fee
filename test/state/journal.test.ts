import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { foldAll, type RunEvent } from '../../src/events/index.ts';
import { damagedLine, Journal, readJournal, readOutputTail } from '../../src/state/index.ts';

const STAMP = { time: '2026-11-23T03:12:00.000Z', run: 'r' };
const PLACE = { step: 'check-1', piece: 0, attempt: 1 };
const STARTED: RunEvent = { ...STAMP, type: 'run-started', runbook: '/a.md', title: 'A', target: null, operator: 'kim', mode: 'walk', version: '0', pid: 1, host: 'h', digest: '', sections: [], steps: ['check-1'], budgetSeconds: null };
const EVENTS: readonly RunEvent[] = [
  STARTED,
  { ...STAMP, type: 'step-started', ...PLACE, kind: 'command', title: 'Check', code: 'echo é' },
  { ...STAMP, type: 'output', ...PLACE, stream: 'stdout', text: 'é one\n' },
  { ...STAMP, type: 'output', ...PLACE, stream: 'stderr', text: 'two\n' },
  { ...STAMP, type: 'step-finished', ...PLACE, status: 'passed', exitCode: 0, durationMs: 5 },
  { ...STAMP, type: 'run-finished', status: 'passed', durationMs: 9, reason: '' },
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function written(events: readonly RunEvent[] = EVENTS): void {
  const journal = new Journal(folder);
  for (const event of events) journal.append(event);
  journal.sync();
  journal.close();
}

test('events come back as they were, output from the file of its attempt', () => {
  written();
  expect(readJournal(folder, { withOutput: true })).toMatchObject(EVENTS);
  expect(readFileSync(join(folder, 'output', 'check-1.0.1.log'), 'utf8')).toBe('é one\ntwo\n');
  expect(readOutputTail(folder, PLACE, 4)).toBe('two\n');
});

test('only the owner can read it', () => {
  written();
  for (const file of ['events.ndjson', 'output/check-1.0.1.log', 'boot']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'output')).mode & 0o777).toBe(0o700);
});

test('cut anywhere, it folds to what was whole, and can be gone on with', () => {
  written();
  const whole = readFileSync(join(folder, 'events.ndjson'));
  for (let length = whole.length; length > 0; length -= 7) {
    truncateSync(join(folder, 'events.ndjson'), length);
    const events = readJournal(folder);
    const lines = whole.subarray(0, length).toString().split('\n');
    expect([lines.length - 1, lines.length]).toContain(events.length);
    expect(() => foldAll('r', events)).not.toThrow();
  }
  const journal = new Journal(folder);
  journal.append({ ...STARTED, resumed: true });
  journal.close();
  expect(readJournal(folder).at(-1)).toMatchObject({ type: 'run-started', resumed: true });
});

test.each([
  ['nothing is wrong', (lines: readonly string[]) => lines, null],
  ['a crash cut off the last line', (lines: readonly string[]) => [...lines.slice(0, -1), '{"type":"run-fin'], null],
  ['somebody went on after that', (lines: readonly string[]) => [...lines.slice(0, 3), '{"type":"outp', lines[0] ?? ''], null],
  ['its row was written after that', (lines: readonly string[]) => lines.with(4, '{"type":"step-fin'), null],
  ['a line in the middle is broken', (lines: readonly string[]) => lines.with(3, '{"type":"outp'), 4],
  ['two lines are', (lines: readonly string[]) => lines.with(2, '\0').with(3, '\0'), 3],
])('where %s the first damaged line is told', (_, made, line) => {
  written();
  const path = join(folder, 'events.ndjson');
  writeFileSync(path, made(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n'));
  expect(damagedLine(folder)).toBe(line);
});
