import { describe, expect, test } from 'vitest';
import { historyTotals, readHistory, type RunbookHistory } from '../../../src/history/index.ts';
import { outcomeClass } from '../../../src/history/overview/read-history.ts';
import { sparkline } from '../../../src/history/overview/sparkline.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

const history = (table: string): RunbookHistory => readHistory(parseRunbook(`# Restart\n\n## Execution history\n\n${table}\n`, 'a.md'));
const told = (table: string): unknown[] => history(table).executions.map(({ date, outcome, durationSeconds }) => [date?.toISOString().slice(0, 16) ?? null, outcome, durationSeconds]);

describe('rows that people wrote', () => {
  test('the plain one', () => {
    expect(history('| Date (UTC) | App | Operator | Wall-clock (min) | Outcome |\n|---|---|---|---|---|\n| 2026-05-14 21:24:25 UTC | `api` | kim (agent, #98) | <1 | **Success** — `v432` appeared |').executions).toEqual([
      {
        path: 'a.md', line: 7, date: new Date('2026-05-14T21:24:25Z'), dateText: '2026-05-14 21:24:25 UTC', target: 'api', operator: 'kim (agent, #98)', outcome: 'success',
        outcomeText: 'Success — v432 appeared', wentOn: false, durationSeconds: 60, durationIsBound: true,
        cells: { 'Date (UTC)': '2026-05-14 21:24:25 UTC', App: 'api', Operator: 'kim (agent, #98)', 'Wall-clock (min)': '<1', Outcome: 'Success — v432 appeared' },
      },
    ]);
  });
  test.each(['Gateway', 'Router', 'Broker', 'Load balancer'])('the target below "%s"', (column) => {
    expect(history(`| Date | ${column} | Result |\n|---|---|---|\n| 2026-05-14 | fra-1 | ok |`).executions[0]?.target).toBe('fra-1');
  });
  test.each([
    ['14 May 2026 at 9:24 pm', '2026-05-14T21:24'],
    ['May 14th, 2026', '2026-05-14T00:00'],
    ['2026-05-14 23:24 CEST', '2026-05-14T21:24'],
    ['Thu, 14 May 2026 (drill)', '2026-05-14T00:00'],
    ['[2026-05-14](https://example.com/1)', '2026-05-14T00:00'],
    ['~~x~~ 14/05/26', '2026-05-14T00:00'],
    ['20260514', '2026-05-14T00:00'],
    ['last week', null],
    ['2026-02-31', null],
  ])('date %s', (text, expected) => {
    expect(told(`| When | Result |\n|---|---|\n| ${text} | ok |`)).toEqual([[expected, 'success', null]]);
  });
  test.each([
    ['<1', 60], ['4', 240], ['~4.5', 270], ['3-5', 300], ['4 min', 240], ['1h 5m', 3900], ['45s', 45], ['00:04:12', 252], ['4:12', 252], ['about 4', 240], ['quick', null], ['—', null],
  ])('duration %s', (text, seconds) => {
    expect(told(`| Date | Took | Status |\n|---|---|---|\n| 2026-05-14 | ${text} | ok |`)).toEqual([['2026-05-14T00:00', 'success', seconds]]);
  });
  test.each([
    ['Success', 'success'], ['✅', 'success'], [':white_check_mark: fine', 'success'], ['OK', 'success'], ['Rolled back in 3 min', 'success'], ['**Passed**', 'success'], ['done, no issues', 'success'],
    ['Failed — no image', 'failed'], ['❌ dyno crashed', 'failed'], ['Partial success', 'failed'], ['unsuccessful', 'failed'], ['Not completed', 'failed'], ['Rollback failed at step 3', 'failed'],
    ['Aborted', 'aborted'], ['cancelled by kim', 'aborted'], ['⚠️ stopped', 'aborted'], ['The rollback succeeded', 'success'], ['see ticket', 'unknown'], ['PASS / FAIL', 'unknown'], ['', 'unknown'],
  ])('outcome %s', (text, outcome) => {
    expect(outcomeClass(text, 'Outcome')).toBe(outcome);
  });
  test('a column that asks whether it failed', () => {
    expect([outcomeClass('no', 'Failed?'), outcomeClass('yes', 'Failed?'), outcomeClass('yes', 'Success?')]).toEqual(['success', 'failed', 'success']);
  });
  test('date and time in two columns', () => {
    expect(told('| Date | Time (UTC) | Outcome |\n|---|---|---|\n| 2026-05-14 | 21:24 | ok |')).toEqual([['2026-05-14T21:24', 'success', null]]);
  });
  test('placeholder rows and the text right below are no rows', () => {
    expect(told('| Date | Outcome |\n|---|---|\n| YYYY-MM-DD | |\n| YYYY-MM-DD | PASS/FAIL |\n| — | — |\n| 2026-05-14 | ok |\nAdd a row each time.')).toEqual([['2026-05-14T00:00', 'success', null]]);
  });
  test('what cannot be read still counts and is listed with its line', () => {
    const { executions, unreadable } = history('| Date | Outcome |\n|---|---|\n| 2026-05-14 | ok |\n| last week | ok |\n| 2026-05-15 | see ticket |');
    expect(executions).toHaveLength(3);
    expect(unreadable).toEqual([
      { line: 8, text: '| last week | ok |', reason: 'no date can be read from "last week"' },
      { line: 9, text: '| 2026-05-15 | see ticket |', reason: 'no outcome can be read from "see ticket"' },
    ]);
  });
  test('oldest first, whatever the order of the rows', () => {
    expect(told('| Date | Outcome |\n|---|---|\n| 2026-05-15 | ok |\n| 2026-05-14 | ok |').map((row) => (row as string[])[0])).toEqual(['2026-05-14T00:00', '2026-05-15T00:00']);
  });
});

describe('totals', () => {
  const { executions } = history(
    '| Date | Min | Outcome |\n|---|---|---|\n| 2026-05-01 | 2 | ok |\n| 2026-05-02 | 4 | ok |\n| 2026-05-03 | 9 | failed |\n| 2026-05-04 | — | ? |\n| 2026-05-05 | 6 | ok |\n| 2026-05-06 | 1 | aborted |'.replace('Min', 'Minutes'),
  );
  test('runs, rate, median, worst, budget, last success', () => {
    expect(historyTotals(executions, 300, new Date('2026-05-08T12:00:00Z'))).toEqual({
      runs: 6, successRate: 0.6, medianSeconds: 240, medianIsBound: false, worstSeconds: 540, worstIsBound: false, overBudget: 2, lastSuccess: new Date('2026-05-05T00:00:00Z'), daysSinceSuccess: 3, sparkline: '▂▄×·▆×',
    });
  });
  test('what took less than a minute is not said to have taken one', () => {
    const { executions: bounded } = history('| Date | Minutes | Outcome |\n|---|---|---|\n| 2026-05-01 | <1 | ok |\n| 2026-05-02 | <1 | ok |\n| 2026-05-03 | 4 | ok |');
    expect(historyTotals(bounded, null, new Date(0))).toMatchObject({ medianSeconds: 60, medianIsBound: true, worstSeconds: 240, worstIsBound: false });
  });
  test('of nothing', () => {
    expect(historyTotals([], null, new Date(0))).toEqual({ runs: 0, successRate: null, medianSeconds: null, medianIsBound: false, worstSeconds: null, worstIsBound: false, overBudget: 0, lastSuccess: null, daysSinceSuccess: null, sparkline: '' });
  });
  test('a sparkline from the shortest bar to the longest', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, failed: false })))).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([{ value: 0, failed: false }])).toBe('▁');
  });
});

describe('a run that was broken off and resumed', () => {
  const rows = ['| 2026-05-13 | eu | Aborted — by hand |', '| 2026-05-14 | eu | Aborted — stopped by SIGHUP |', '| 2026-05-14 | us | Failed — no image |', '| 2026-05-14 | eu | Aborted — resumed; stopped by SIGHUP |', '| 2026-05-14 | eu | Success — resumed; checked 200 |', '| 2026-05-15 | eu | Success — replication resumed |'];
  const went = (lines: readonly string[]): boolean[] => history(`| Date | App | Outcome |\n|---|---|---|\n${lines.join('\n')}`).executions.map(({ wentOn }) => wentOn);

  test('counts once, with its last row', () => {
    expect(went(rows)).toEqual([false, true, false, true, false, false]);
    const { executions, budgetSeconds } = history(`| Date | App | Outcome |\n|---|---|---|\n${rows.join('\n')}`);
    expect(historyTotals(executions, budgetSeconds, new Date('2026-05-16'))).toMatchObject({ runs: 4, successRate: 0.5 });
  });
  test('also where the newest row comes first, and where another column tells it', () => {
    expect(went(rows.toReversed())).toEqual([false, true, false, true, false, false]);
    expect(history('| Date | Result | Notes |\n|---|---|---|\n| 2026-05-14 | Aborted | stopped |\n| 2026-05-14 | Success | resumed; checked 200 |').executions.map(({ wentOn }) => wentOn)).toEqual([true, false]);
  });
});
