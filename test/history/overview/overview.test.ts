import { expect, test } from 'vitest';
import { overviewOf, readHistory } from '../../../src/history/index.ts';
import { type OverviewRules } from '../../../src/history/overview/overview.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

const RULES: OverviewRules = { now: new Date('2026-11-28T12:00:00Z'), reviewDays: 180, drillDays: 90, production: null };

/** The overview of a runbook with this head and these rows: date, target, minutes, outcome. */
function overview(head: string, rows: readonly (readonly [date: string, target: string, minutes: number, outcome: string])[], rules: Partial<OverviewRules> = {}) {
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  const text = `# Fail over\n\n${head}\n\nExpected wall-clock: under 10 minutes.\n\n## Steps\n\n\`\`\`bash\necho hi\n\`\`\`\n\n## Execution history\n\n| Date | Target | Wall-clock (min) | Outcome |\n|---|---|---|---|\n${table}\n`;
  const runbook = parseRunbook(text, 'failover.md');
  return overviewOf(runbook, readHistory(runbook), { ...RULES, ...rules });
}

const KEPT = 'Owner: data\nLast reviewed: 2026-10-01';

test('a runbook that is kept and drilled needs nothing', () => {
  expect(overview(KEPT, [['2026-11-01', 'db-staging', 4, 'Success']])).toMatchObject({ owner: 'data', reviewAgeDays: 58, attention: [], weight: 0 });
});

test('a drill is what says so or is not on production; all else is real', () => {
  const { lastDrill, lastReal } = overview(KEPT, [['2026-10-01', 'db-prod', 4, 'Success'], ['2026-10-02', 'db-staging', 4, 'Success'], ['2026-10-03', 'db-prod', 5, 'Success, game day']]);
  expect([lastDrill?.dateText, lastReal?.dateText]).toEqual(['2026-10-03', '2026-10-01']);
  expect(overview(KEPT, [['2026-10-02', 'blue', 4, 'Success']], { production: ['blue'] }).lastDrill).toBeNull();
});

test.each([
  ['never run', KEPT, [], ['never run']],
  ['failed last', KEPT, [['2026-11-01', 'db-prod', 4, 'Success'], ['2026-11-02', 'db-prod', 4, 'Failed']], ['the last run failed']],
  ['long ago', KEPT, [['2026-05-01', 'db-prod', 4, 'Success']], ['the last success was 211 days ago; expected within 90 days']],
  ['no success', KEPT, [['2026-11-01', 'db-prod', 4, 'Aborted']], ['the last run was aborted', 'no run has succeeded']],
  ['mostly failing', KEPT, [['2026-11-01', 'db-prod', 4, 'Failed'], ['2026-11-02', 'db-prod', 4, 'Failed'], ['2026-11-03', 'db-prod', 4, 'Success']], ['33 % of its runs succeed']],
  ['over budget', KEPT, [['2026-11-01', 'db-prod', 14, 'Success'], ['2026-11-02', 'db-prod', 15, 'Success']], ['over its budget in 2 of the last 2 runs']],
  ['stale, by its own word', 'Owner: data\nLast reviewed: 2026-10-01\nReview in: 30 days', [['2026-11-01', 'db-prod', 4, 'Success']], ['its review is 28 days overdue']],
  ['nobody’s', '', [['2026-11-01', 'db-prod', 4, 'Success']], ['no date of a review', 'no owner']],
] as const)('what is %s needs attention, the worst first', (_, head, rows, attention) => {
  expect(overview(head, rows).attention).toEqual(attention);
});
