import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Execution, Overview } from '../../../src/history/index.ts';
import { historyTotals } from '../../../src/history/index.ts';
import { historyPage } from '../../../src/print/html/index.ts';

const NOW = new Date('2026-11-28T12:00:00Z');

function ran(day: string, outcome: Execution['outcome'], minutes: number | null): Execution {
  return { path: 'a.md', line: 1, date: new Date(day), dateText: day, target: 'db-prod', operator: 'kim', outcome, outcomeText: outcome, wentOn: false, durationSeconds: minutes === null ? null : minutes * 60, durationIsBound: false, cells: {} };
}

function overview(path: string, executions: readonly Execution[], more: Partial<Overview> = {}): Overview {
  return { path, title: null, owner: 'data', budgetSeconds: 600, reviewAgeDays: 3, executions, totals: historyTotals(executions, 600, NOW), lastDrill: null, lastReal: executions.at(-1) ?? null, attention: [], weight: 0, ...more };
}

const page = (...overviews: readonly Overview[]): string => [...historyPage(overviews, NOW)].join('');

test('what needs attention stands first', () => {
  const markup = page(overview('a.md', []), overview('b.md', [], { weight: 60, attention: ['never run'] }));
  expect([...markup.matchAll(/<code>(\w\.md)<\/code>/g)].map(([, path]) => path)).toEqual(['b.md', 'a.md']);
});

test('only its own script runs', () => {
  const markup = page(overview('a.md', [], { title: '<script>x</script>' }));
  const script = /<script>([^]*?)<\/script>/.exec(markup)?.[1] ?? '';
  expect(markup).toContain(`script-src &#39;sha256-${createHash('sha256').update(script).digest('base64')}&#39;`);
  expect(markup.match(/<script/g)).toHaveLength(1);
});

test('a run is told apart by shape, its duration against the budget by place', () => {
  const markup = page(overview('a.md', [ran('2026-09-01', 'success', 5), ran('2026-10-01', 'failed', 10), ran('2026-11-01', 'aborted', 20)]));
  expect(markup).toContain('aria-label="3 runs, from 5 min to 20 min, 1 over the budget of 10 min; each is in the table below"');
  expect(markup).toContain('Duration of each run, in minutes');
  const marks = [...markup.matchAll(/y="([\d.]+)"><path class="mark (\w+)[^"]*" d="([^"]+)"><title>/g)];
  expect(marks.map(([, , tone]) => tone)).toEqual(['good', 'bad', 'warn']);
  expect(new Set(marks.map(([, , , shape]) => shape)).size).toBe(3);
  const budget = /class="budget"[^>]* y1="([\d.]+)"/.exec(markup)?.[1];
  expect(marks[1]?.[1]).toBe(budget);
});

test('a run without a duration is in the table and not in the plot', () => {
  const markup = page(overview('a.md', [ran('2026-09-01', 'success', null), ran('2026-10-01', 'success', 5)]));
  expect(markup).not.toContain('<figure');
  expect(markup).toContain('All 2 runs');
});
