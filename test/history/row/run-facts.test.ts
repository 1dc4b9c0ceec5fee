import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/events/index.ts';
import { runFacts } from '../../../src/history/index.ts';
import { composeRow } from '../../../src/history/row/compose.ts';

const at = (time: string): { run: string; time: string } => ({ run: 'r1', time: `2026-11-03T04:05:${time}.000Z` });
const check = (step: string, text: string, status: 'held' | 'failed' | 'unverified', attempt = 1, accepted?: string): RunEvent => ({
  ...at('08'), type: 'expectation', step, piece: 0, attempt, index: 0, text, kind: 'literal', status, reason: '', seen: '', ...(accepted === undefined ? {} : { accepted }),
});
const events: readonly RunEvent[] = [
  { ...at('06'), type: 'run-started', runbook: '/a.md', title: 'Rollback', target: 'raxx-api-staging', operator: 'dana', mode: 'unattended', version: '0', pid: 1, host: 'h', digest: '', sections: [], steps: [], budgetSeconds: null },
  { ...at('06'), type: 'parameter-set', name: 'known-good-release', value: 'v84', source: 'set', secret: false },
  { ...at('06'), type: 'parameter-set', name: 'token', value: '***', source: 'environment', secret: true },
  check('a', 'web.1: up', 'failed'),
  check('a', 'web.1: up', 'held', 2),
  check('b', 'graphs look calm', 'unverified'),
  check('c', '200', 'failed', 1, 'maintenance page'),
  { ...check('f', 'pods run', 'held'), who: 'kim' } as RunEvent,
  { ...at('19'), type: 'confirmed', step: 'f', piece: 0, attempt: 1, effect: 'destroys', word: 'raxx-api-staging', why: 'it destroys', by: 'operator', who: 'kim' },
  { ...at('20'), type: 'step-skipped', step: 'd', piece: 2, reason: 'api.raxx.app belongs to no cell of raxx-api-staging', by: 'unbound-host' },
  { ...at('20'), type: 'step-skipped', step: 'e', piece: null, reason: 'left out by --skip', by: 'plan' },
  { ...at('21'), type: 'note', text: 'a drill', level: 'operator' },
  { ...at('30'), type: 'run-finished', status: 'passed', durationMs: 24_000, reason: '', counts: { passed: 4, failed: 0, accepted: 1, skipped: 1, unverified: 1 } },
];
const beside = { targetRow: {}, record: {}, report: null, now: new Date(0) };

test('a deed with an unbound host is called by its title', () => {
  const skipped: RunEvent = { ...at('20'), type: 'step-skipped', step: 'd', piece: 0, reason: 'cache.raxx.app belongs to no cell of raxx-api-staging', by: 'unbound-host', title: 'Clear the cache', effect: 'destroys', effectWord: 'curl -X DELETE' };
  expect(runFacts([...events, skipped], beside).outcome!.notRun).toContainEqual({ what: '"Clear the cache" at cache.raxx.app', why: 'unbound host', acts: true });
});

test("a run's events give the facts of its row", () => {
  const facts = runFacts(events, beside);
  expect(facts).toMatchObject({ startedAt: new Date('2026-11-03T04:05:06Z'), durationMs: 24_000, operator: 'dana', target: 'raxx-api-staging', parameters: { 'known-good-release': 'v84' } });
  expect(facts.outcome).toEqual({
    status: 'passed', reason: '', resumed: false, held: ['web.1: up'], unverified: ['graphs look calm'], accepted: ['200 (maintenance page)'], notRun: [{ what: 'check of api.raxx.app', why: 'unbound host' }], gates: [], notes: ['a drill'], byEye: ['pods run (kim)'], confirmedBy: ['kim'], approvedIn: [], approvedBy: [],
    counts: { passed: 4, failed: 0, accepted: 1, skipped: 1, unverified: 1 },
  });
  const row = composeRow({ ...facts, table: { columns: ['Date (UTC)', 'App', 'Operator', 'Rolled to', 'Wall-clock (min)', 'Outcome'], rows: [['2026-05-14 21:24:25 UTC', 'x', 'y', 'v430', '<1', 'Success — z']] } });
  expect(row.cells.map(({ value }) => value)).toEqual([
    '2026-11-03 04:05:06 UTC', 'raxx-api-staging', 'dana', 'v84', '<1',
    'Success with 1 accepted failure, 1 step skipped, 1 check unverified — accepted although it failed: 200 (maintenance page); a drill; check of api.raxx.app not run (unbound host); …',
  ]);
});

test('what was skipped, or accepted although it failed, and came to something else later is told as that', () => {
  const skip = { ...at('20'), type: 'step-skipped', step: 'd', piece: 0, reason: 'later', by: 'operator', title: 'Restore' } as RunEvent;
  const ended = (attempt: number, accepted?: string): RunEvent => ({ ...at('21'), type: 'step-finished', step: 'd', piece: 0, attempt, status: accepted === undefined ? 'passed' : 'failed', exitCode: accepted === undefined ? 0 : 1, durationMs: 1, ...(accepted === undefined ? {} : { accepted }) });
  expect(runFacts([skip, ended(1)], beside)!.outcome).toMatchObject({ notRun: [], accepted: [] });
  expect(runFacts([ended(1), skip], beside)!.outcome!.notRun).toEqual([{ what: '"Restore"', why: 'later' }]);
  expect(runFacts([ended(1, 'known'), ended(2)], beside)!.outcome!.accepted).toEqual([]);
  expect(runFacts([ended(1, 'known')], beside)!.outcome!.accepted).toHaveLength(1);
});

test('an order to stop that somebody passed is told with the reason; one that a step by hand answers is not', () => {
  const gate = (text: string, more: object): RunEvent => ({ ...at('20'), type: 'doubt-settled', step: 'd', piece: 0, doubt: 'gate', text, answer: 'passed', by: 'operator', who: 'kim', ...more } as RunEvent);
  const told = (...gates: readonly RunEvent[]): unknown => runFacts([...events.slice(0, 1), ...gates], beside).outcome?.gates;
  expect(told(gate('If it answers, stop here.', { reason: 'no answer' }), gate('Wait for the mail', { reason: 'done by hand' }))).toEqual(['"If it answers, stop here." (no answer)']);
  expect(told(gate('Stop.', { by: 'caller' }), gate('Stop now.', { by: 'lock' }), gate('Stop!', { answer: 'stop' }))).toEqual(['"Stop." (said beforehand)']);
  expect(told(gate('If the primary answers to a ping from here, stop here and go to Troubleshooting.', { reason: 'no' }))).toEqual(['"If the primary answers to a ping from here, stop here and…" (no)']);
});

test('a step that failed and was then skipped is not told as one that never ran', () => {
  const failed = { ...at('20'), type: 'step-finished', step: 'd', piece: 0, attempt: 1, status: 'failed', exitCode: 1, durationMs: 1 } as RunEvent;
  const skip = { ...at('21'), type: 'step-skipped', step: 'd', piece: 0, reason: 'known', by: 'operator', title: 'Warm up' } as RunEvent;
  const facts = runFacts([failed, skip, { ...at('22'), type: 'run-finished', status: 'passed', durationMs: 1, reason: '', counts: { passed: 0, failed: 0, accepted: 0, skipped: 1, unverified: 0 } }], beside);
  expect(composeRow({ ...facts, table: { columns: ['Outcome'], rows: [['Success: fine']] } }).cells[0]?.value).toBe('Success with 1 step skipped: "Warm up" failed and was skipped (known)');
});

test('a part of a step that was skipped is told as that part', () => {
  const skip = { ...at('20'), type: 'step-skipped', step: 'd', piece: 1, reason: 'typed there', by: 'operator', title: 'Promote' } as RunEvent;
  expect(runFacts([skip], beside).outcome?.notRun).toEqual([{ what: 'part 2 of "Promote"', why: 'typed there' }]);
});

test('a run that never ended was aborted', () => {
  expect(runFacts(events.slice(0, 2), beside)).toMatchObject({ durationMs: null, outcome: { status: 'aborted' } });
});

test('a part of a step is called by its own title where it has one', () => {
  const started = (piece: number, title: string): RunEvent => ({ ...at('07'), type: 'step-started', step: 'v', piece, attempt: 1, kind: 'command', title, code: 'x' });
  const accepted: RunEvent = { ...at('08'), type: 'step-finished', step: 'v', piece: 1, attempt: 1, status: 'failed', exitCode: 1, durationMs: 1, reason: 'exit status 1', accepted: 'known' };
  const left = (piece: number, title: string): RunEvent => ({ ...at('09'), type: 'step-skipped', step: 'v', piece, reason: 'no time', by: 'operator', title });
  const { outcome } = runFacts([started(0, 'Probes are green'), started(1, 'No errors in the logs'), accepted, left(2, 'A call goes through'), left(3, 'Probes are green')], beside);
  expect(outcome?.accepted).toEqual(['"No errors in the logs" (known)']);
  expect(outcome?.notRun.map(({ what }) => what)).toEqual(['"A call goes through"', 'part 4 of "Probes are green"']);
});

test('a run with an earlier row says that it was resumed', () => {
  const started = events[0]!;
  const first: readonly RunEvent[] = [started, { ...at('07'), type: 'run-finished', status: 'aborted', durationMs: 1000, reason: 'stopped by SIGHUP' }, { ...at('07'), type: 'history-recorded', row: '| x |', status: 'written' }];
  expect(runFacts(first, beside).outcome).toMatchObject({ status: 'aborted', resumed: false });
  expect(runFacts([...first, ...events], beside).outcome).toMatchObject({ status: 'passed', resumed: true });
  const table = { columns: ['Date', 'Outcome'], rows: [['2026-05-14', 'Success (z)']] };
  expect(composeRow({ ...runFacts([...first, { ...started, time: at('08').time }, { ...at('09'), type: 'run-finished', status: 'passed', durationMs: 1000, reason: '' }], beside), table }).cells[1]?.value).toBe('Success (resumed)');
});
