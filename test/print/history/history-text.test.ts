import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { historyTotals, readHistory } from '../../../src/history/index.ts';
import { historyText } from '../../../src/print/index.ts';
import { read } from '../../parse/read.ts';

const now = new Date('2026-05-16T00:00:00Z');
const runbook = read('# Roll back\n\nExpected: under 5 minutes.\n\n## Execution history\n\n| Date (UTC) | App | Operator | Wall-clock (min) | Outcome |\n|---|---|---|---|---|\n| 2026-05-14 21:24 UTC | shop-api-staging | shop-dev-bot (agent, #98) | <1 | success |\n');
const history = readHistory(runbook);
const reports = [history, { ...history, path: 'docs/operations/other.md', executions: [] }].map((each) => ({ history: each, totals: historyTotals(each.executions, each.budgetSeconds, now) }));

it('is a table where it fits', () => {
  const lines = historyText(reports, 100).split('\n');
  expect(lines[0]).toMatch(/^DATE +RUNBOOK +TARGET +OPERATOR +OUTCOME +DURATION$/);
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(100);
});

it('else stands one below the other, the date whole and the totals with their names', () => {
  expect(historyText(reports, 40)).toBe(`2026-05-14 21:24
  test.md · shop-api-staging
  shop-dev-bot (agent, #98) · success
  <1 min

test.md
  runs 1 · success 100 % · median <1 min
  worst <1 min · last success 1 day ago
  durations █
docs/operations/other.md
  runs 0 · last success never
`);
});
