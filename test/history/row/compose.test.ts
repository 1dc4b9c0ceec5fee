import { describe, expect, test } from 'vitest';
import { type RowInput } from '../../../src/history/index.ts';
import { composeRow } from '../../../src/history/row/compose.ts';
import { passed, rowInput } from '../rows.ts';

const cells = (table: string, facts: Partial<RowInput> = {}): string[] => composeRow(rowInput(table, facts)).cells.map(({ value }) => value);
/** The cell under the one column of a table with one row. */
const under = (column: string, above: string, facts: Partial<RowInput> = {}): string => cells(`| ${column} |\n|---|\n| ${above} |`, facts)[0] ?? '';

const rollback = `
| Date (UTC) | App | Operator | Bad release | Rolled to | Wall-clock (min) | Outcome |
|---|---|---|---|---|---|---|
| 2026-05-14 21:24:25 UTC | raxx-api-staging | raxx-dev-bot (agent, #98) | v431 | v430 | <1 | Success — v432 appeared, dyno up, rolled forward to v433 |`;

describe('the row after a rollback', () => {
  const facts: Partial<RowInput> = {
    target: 'raxx-api-prod',
    operator: 'raxx-dev-bot (agent, #98)',
    durationMs: 31_000,
    parameters: { 'known-good-release': 'v84' },
    outcome: { ...passed, held: ['top row reads "Rollback to v84"', 'web.1: up', '200'] },
  };
  test('looks as if the person of the row above had written it', () => {
    expect(cells(rollback, { ...facts, record: { 'Bad release': 'v85' } })).toEqual([
      '2026-11-03 04:05:06 UTC', 'raxx-api-prod', 'raxx-dev-bot (agent, #98)', 'v85', 'v84', '<1',
      'Success — checked top row reads "Rollback to v84", web.1: up, 200',
    ]);
  });
  test('never says that the bad release is the good one', () => {
    const row = composeRow(rowInput(rollback, facts));
    expect(row.cells.map(({ value, source }) => [value, source]).slice(3, 5)).toEqual([['—', 'open'], ['v84', 'shape']]);
    expect(row.open).toEqual(['Bad release']);
  });
  test('offers what the output showed, in the shape of the cell above', () => {
    const row = composeRow(rowInput(rollback, { ...facts, suggest: (example) => (example === 'v431' ? ['v85', 'v86'] : []) }));
    expect(row.cells[3]).toMatchObject({ value: '—', above: 'v431', suggestions: ['v85', 'v86'] });
  });
  test('tells apart two values of one shape by no guess', () => {
    const table = rollback.replace('Bad release', 'Release A').replace('Rolled to', 'Release B');
    expect(cells(table, facts).slice(3, 5)).toEqual(['—', '—']);
    expect(cells(rollback, { ...facts, parameters: { one: 'v1', two: 'v2' } }).slice(3, 5)).toEqual(['—', '—']);
  });
  test('leaves open what has another shape', () => {
    expect(cells(rollback, { ...facts, parameters: { 'prior-tag': 'main-abc123' } }).slice(3, 5)).toEqual(['—', '—']);
  });
  test('takes a parameter or a capture by name', () => {
    const row = composeRow(rowInput(rollback, { ...facts, parameters: { 'bad-release': 'v85', ROLLED_TO: 'main-1' } }));
    expect(row.cells.slice(3, 5).map(({ value, source }) => [value, source])).toEqual([['v85', 'parameter'], ['main-1', 'parameter']]);
  });
  test('names the given cells that no column has', () => {
    expect(composeRow(rowInput(rollback, { record: { 'bad RELEASE': 'v1', Release: 'v2' } })).unknown).toEqual(['Release']);
  });
});

describe('dates in the style of the row above', () => {
  test.each([
    ['Date (UTC)', '2026-05-14 21:24:25 UTC', '2026-11-03 04:05:06 UTC'],
    ['Date (UTC)', '2026-05-14 21:24', '2026-11-03 04:05'],
    ['Date', '2026-05-14', '2026-11-03'],
    ['When', '2026-05-14T21:24Z', '2026-11-03T04:05Z'],
    ['Timestamp', '2026-05-14T21:24:25.123Z', '2026-11-03T04:05:06.789Z'],
    ['Started', '`2026-05-14 21:24`', '`2026-11-03 04:05`'],
    ['Date', '**2026-05-14**', '**2026-11-03**'],
    ['Date', '2026/05/14', '2026/11/03'],
    ['Date', '14.05.2026', '03.11.2026'],
    ['Date', '14/05/2026', '03/11/2026'],
    ['Date', '05/14/2026', '11/03/2026'],
    ['Date', '5/14/26', '11/3/26'],
    ['Date', '14 May 2026', '3 Nov 2026'],
    ['Date', '14 March 2026', '3 November 2026'],
    ['Date', 'May 14, 2026', 'Nov 3, 2026'],
    ['Date', 'March 14th, 2026', 'November 3rd, 2026'],
    ['Date', 'Thu 14 May 2026, 09:24 PM', 'Tue 3 Nov 2026, 04:05 AM'],
    ['Date', '2026-05-14 23:24 CEST', '2026-11-03 06:05 CEST'],
    ['Date', '2026-05-14 16:24:25 -05:00', '2026-11-02 23:05:06 -05:00'],
    ['Date (PST)', '2026-05-14 13:24', '2026-11-02 20:05'],
    ['Date', '20260514', '20261103'],
    ['Date', '2026-05-14 (drill)', '2026-11-03'],
    ['Run at', '14-May-2026 21:24', '3-Nov-2026 04:05'],
  ])('%s: %s', (column, above, expected) => {
    expect(under(column, above)).toBe(expected);
  });
  test('the nearest row that has a date gives the style', () => {
    expect(cells('| Date |\n|---|\n| 2026-05-14 |\n| last week |\n| — |')).toEqual(['2026-11-03']);
  });
  test('day and month that cannot be told apart are written so that they can', () => {
    expect(under('Date', '03/04/2026')).toBe('2026-11-03 04:05 UTC');
  });
  test('a date and a time in two columns', () => {
    expect(cells('| Date | Time (UTC) |\n|---|---|\n| 2026-05-14 | 21:24 |')).toEqual(['2026-11-03', '04:05']);
    expect(cells('| Date | Time |\n|---|---|')).toEqual(['2026-11-03', '04:05 UTC']);
    expect(cells('| Date | Started | Ended |\n|---|---|---|\n| 2026-05-14 | 21:24 UTC | 21:30 UTC |')).toEqual(['2026-11-03', '04:05 UTC', '04:09 UTC']);
  });
  test('a Time column of durations is one', () => {
    expect(cells('| Date | Time |\n|---|---|\n| 2026-05-14 | 4 min |')).toEqual(['2026-11-03', '4 min']);
  });
});

describe('durations in the style of the row above', () => {
  test.each([
    ['Wall-clock (min)', '<1', 31_000, '<1'],
    ['Wall-clock (min)', '< 1', 31_000, '< 1'],
    ['Wall-clock (min)', '<1', 252_000, '4'],
    ['Wall-clock (min)', '3.5', 252_000, '4.2'],
    ['Duration (s)', '40', 31_200, '31'],
    ['Duration (seconds)', '40', 300, '<1'],
    ['Minutes', '3', 252_000, '4'],
    ['Duration', '4 min', 31_000, '<1 min'],
    ['Duration', '12m', 252_000, '4m'],
    ['Duration', '45s', 31_000, '31s'],
    ['Duration', '45s', 252_000, '4m'],
    ['Time taken', '1h 5m', 252_000, '4m'],
    ['Time taken', '4m 12s', 3_725_000, '1h 2m 5s'],
    ['Elapsed', '3 minutes', 60_000, '1 minute'],
    ['Elapsed', '00:03:12', 252_000, '00:04:12'],
    ['Elapsed', '3:12', 252_000, '4:12'],
    ['Duration', '`12m`', 252_000, '`4m`'],
    ['Duration', '—', 252_000, '4 min'],
    ['Duration', '12', 252_000, '4 min'],
  ])('%s: %s', (column, above, durationMs, expected) => {
    expect(under(column, above, { durationMs })).toBe(expected);
  });
  test('nobody measured it: open', () => {
    expect(under('Duration', '4 min', { durationMs: null })).toBe('—');
  });
});

test('rows are numbered on, and a row that shows how to fill one in is no example', () => {
  const table = '| # | Date | Operator | Version |\n|---|---|---|---|\n| 1 | YYYY-MM-DD | `name` | `v1.0` |\n| 7 | 2026-05-14 | kim | v1.2 |\n| 0 | YYYY-MM-DD | `name` | `v1.0` |';
  expect(cells(table, { parameters: { tag: 'v1.3' } })).toEqual(['8', '2026-11-03', 'dana', 'v1.3']);
  expect(cells('| No. | Date |\n|---|---|')).toEqual(['1', '2026-11-03 04:05 UTC']);
});

describe('who and where', () => {
  test.each(['Operator', 'By', 'Who', 'On-call', 'Run by', 'Engineer', '**Operator**'])('%s is the operator', (column) => {
    expect(under(column, 'kim')).toBe('dana');
  });
  test.each(['App', 'Service', 'Target', 'Cluster', 'Host', 'Environment', 'System'])('%s is the target', (column) => {
    expect(under(column, 'raxx-api-staging', { target: 'raxx-api-prod' })).toBe('raxx-api-prod');
  });
  test('a name is spelled as it was before', () => {
    expect(under('Who', '@dana')).toBe('@dana');
    expect(cells('| App |\n|---|\n| [`api`](https://api.example) |\n| `web` |', { target: 'api' })).toEqual(['[`api`](https://api.example)']);
  });
  test('code spans as above', () => {
    expect(under('App', '`raxx-api-staging`', { target: 'raxx-api-prod' })).toBe('`raxx-api-prod`');
    expect(under('Version', '`v1.2.3`', { parameters: { tag: 'v1.2.4' } })).toBe('`v1.2.4`');
  });
  test('cells of the target by the names of its columns', () => {
    const table = '| Date | App | Region | Env |\n|---|---|---|---|\n| 2026-05-14 | api | eu-1 | staging |\n| 2026-05-13 | api | eu-1 | production |';
    expect(cells(table, { target: 'raxx-web-prod', targetRow: { Region: 'us-2', App: 'raxx-web-prod' } }).slice(1)).toEqual(['raxx-web-prod', 'us-2', 'production']);
  });
  test('no target: open', () => {
    expect(under('App', 'api')).toBe('—');
  });
});

describe('the outcome', () => {
  test.each([
    ['Success — all fine', 'Failed — step 4 "Confirm dynos are up": expected web.1: up'],
    ['OK: all fine', 'Failed: step 4 "Confirm dynos are up": expected web.1: up'],
    ['Success - all fine', 'Failed - step 4 "Confirm dynos are up": expected web.1: up'],
    ['✅ Success – all fine', 'Failed – step 4 "Confirm dynos are up": expected web.1: up'],
    ['Success (drill)', 'Failed (step 4 "Confirm dynos are up": expected web.1: up)'],
    ['Success', 'Failed — step 4 "Confirm dynos are up": expected web.1: up'],
  ])('after %s', (above, expected) => {
    expect(under('Outcome', above, { outcome: { ...passed, status: 'failed', reason: 'step 4 "Confirm dynos are up": expected web.1: up', held: ['x'] } })).toBe(expected);
  });
  test('says what did not run and what nobody checked', () => {
    const outcome = { ...passed, held: ['200'], notRun: [{ what: 'check of api.raxx.app', why: 'unbound host' }], unverified: ['graphs look calm'] };
    expect(under('Result', 'Success', { outcome })).toBe('Success — checked 200; check of api.raxx.app not run (unbound host); unverified: graphs look calm');
  });
  test('says a deed that did not run before the checks', () => {
    const notRun = [{ what: 'check of api.raxx.app', why: 'unbound host' }, { what: '"Clear the cache" at cache.raxx.app', why: 'unbound host', acts: true as const }];
    expect(under('Result', 'Success', { outcome: { ...passed, notRun } })).toBe('Success — "Clear the cache" at cache.raxx.app and 1 more not run (unbound host)');
  });
  test('keeps what did not run where room is short', () => {
    const held = Array.from({ length: 30 }, (_, index) => `pod-${index} is ready`);
    const text = under('Result', 'Success', { outcome: { ...passed, held, notRun: [{ what: 'check of api.raxx.app', why: 'unbound host' }] } });
    expect(text).toMatch(/^Success — checked pod-0 is ready, .* and \d+ more; check of api\.raxx\.app not run \(unbound host\)$/);
    expect(text.length).toBeLessThanOrEqual(200);
  });
  test('is cut between its parts, and what was left out for one reason is told once', () => {
    const notRun = Array.from({ length: 9 }, (_, index) => ({ what: `"Step ${index}"`, why: 'went to "Verify"' }));
    expect(under('Result', 'Success', { outcome: { ...passed, accepted: ['"Dig" (known)'], notes: ['odd'], notRun } })).toBe('Success — accepted although it failed: "Dig" (known); odd; "Step 0" and 8 more not run (went to "Verify")');
    const others = Array.from({ length: 9 }, (_, index) => ({ what: `"Look at the ${index}th of the machines"`, why: `reason ${index}` }));
    const text = under('Result', 'Success', { outcome: { ...passed, notRun: others } });
    expect(text).toMatch(/ not run \(reason \d\); …$/);
    expect(text.length).toBeLessThanOrEqual(200);
    expect(under('Result', 'Success', { outcome: { ...passed, notes: [`${'some words '.repeat(30)}end`] } })).toMatch(/ (?:some|words)…$/);
  });
  test('in a table without an outcome column it stands in Notes, with the notes', () => {
    const table = '| Date | Operator | Notes |\n|---|---|---|\n| 2026-05-14 | sam | fine |';
    const outcome = { ...passed, notes: ['no DNS here'], accepted: ['"Verify" (seen in the browser)'], counts: { passed: 6, failed: 0, accepted: 1, skipped: 0, unverified: 0 } };
    expect(cells(table, { outcome })[2]).toBe('Success with 1 accepted failure — accepted although it failed: "Verify" (seen in the browser); no DNS here');
    expect(cells(table, { outcome, record: { Notes: 'as usual' } })[2]).toBe('as usual');
    expect(cells(table, { outcome: { ...passed, notes: ['no DNS here'], gates: ['"Stop here." (no answer)'] } })[2]).toBe('Success — no DNS here; passed "Stop here." (no answer)');
    expect(cells(table, { outcome: { ...passed, held: ['200'] } })[2]).toBe('Success — checked 200');
    expect(cells('| Date | Expires |\n|---|---|\n| 2026-05-14 | 2027-05-14 |', { outcome })[1]).toBe('—');
  });
  test('says which order to stop was passed, and why', () => {
    expect(under('Outcome', 'Success — fine', { outcome: { ...passed, held: ['200'], gates: ['"Stop here." (no answer)'] } })).toBe('Success — checked 200; passed "Stop here." (no answer)');
  });
  test('is one word beside a Notes column that has the rest', () => {
    const table = '| Date | Status | Notes |\n|---|---|---|\n| 2026-05-14 | Success | v432 appeared |';
    expect(cells(table, { outcome: { ...passed, status: 'aborted', reason: 'step 2: stopped by dana' } }).slice(1)).toEqual(['Aborted', 'step 2: stopped by dana']);
    expect(cells(table, { record: { Notes: 'a drill' }, outcome: { ...passed, held: ['200'] } }).slice(1)).toEqual(['Success — checked 200', 'a drill']);
  });
  test('a link only where a column asks for one', () => {
    expect(cells('| Date | Report | Outcome |\n|---|---|---|', { report: 'runs/1.md' })).toEqual(['2026-11-03 04:05 UTC', 'runs/1.md', 'Success']);
  });
});

describe('a cell is safe', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['a \\| b', 'a \\| b'],
    ['a \\\\| b', 'a \\\\\\| b'],
    ['`x|y` and `z', '`x\\|y` and \\`z'],
    ['``a`b``', '``a`b``'],
    ['two\r\nlines\tand  blanks ', 'two lines and blanks'],
    ['\u001b[31mred\u001b[0m \u202Etxt', 'red \\u{202e}txt'],
    ['', '—'],
    ['<1', '<1'],
  ])('%j', (text, expected) => {
    expect(under('Anything', 'x', { record: { Anything: text } })).toBe(expected);
  });
  test('at most 200 characters, cut between characters', () => {
    const text = under('Anything', 'x', { record: { Anything: `${'👩‍🚀'.repeat(60)}` } });
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/^(?:👩‍🚀)+…$/u);
  });
  test('output that looks like HTML is shown, not rendered away', () => {
    expect(under('Outcome', 'Success', { outcome: { ...passed, status: 'failed', reason: 'saw <html> & <1' } })).toBe('Failed — saw \\<html> & <1');
  });
});
