import { describe, expect, it } from 'vitest';
import { called, workspace } from './helpers/index.ts';

const restart = '# Restart\n\n**Owner:** platform\n**Last reviewed:** 2026-05-14\n\nExpected wall-clock: under 5 minutes.\n\n## Steps\n\n```bash\ntrue\n```\n\n## Execution history\n\n| Date (UTC) | App | Operator | Wall-clock (min) | Outcome |\n|---|---|---|---|---|\n| 2026-05-14 21:24 | web | kim | 4 | Success — up |\n| 2026-05-15 | api | lee | 9 | Failed |\n| soon | api | lee | | TBD |\n';
const other = '# Drain\n\n1. Drain it.\n\n## History\n\n| When | Who | Result |\n|---|---|---|\n| 15 May 2026 | @kim | ✅ |\n';
const files = { 'docs/restart.md': restart, 'docs/drain.md': other, 'docs/plain.md': '# Words\n' };

describe('runbook history', () => {
  it('tells one file with its totals and the rows that it cannot read', async () => {
    const { stdout } = await called('history', 'docs/restart.md').in(workspace(files)).expect({ status: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'DATE              TARGET  OPERATOR  OUTCOME  DURATION',
      'soon              api     lee       ?',
      '2026-05-14 21:24  web     kim       success  4 min of 5 min',
      '2026-05-15        api     lee       failed   9 min of 5 min !',
      '',
    ]);
    expect(stdout).toMatch(/\nRUNBOOK +RUNS {2}SUCCESS {2}MEDIAN {2}WORST {2}BUDGET +LAST SUCCESS +DURATIONS\ndocs\/restart\.md +3 +50 % +7 min +9 min +5 min, 1 over +\d+ days ago +·▄×\n/);
    expect(stdout).toContain('\ndocs/restart.md:20: no date can be read from "soon"\n');
  });
  it('tells a tree by date', async () => {
    const { stdout } = await called('history', 'docs', '--since', '2026-05-15').in(workspace(files)).expect({ status: 0 });
    expect(stdout.split('\n').slice(0, 3)).toEqual(['DATE        RUNBOOK          TARGET  OPERATOR  OUTCOME  DURATION', '2026-05-15  docs/drain.md            @kim      success', '2026-05-15  docs/restart.md  api     lee       failed   9 min of 5 min !']);
  });
  it('as JSON and as CSV, by target and operator', async () => {
    const folder = workspace(files);
    const { stdout } = await called('history', 'docs', '--json', '--operator', 'Kim').in(folder).expect({ status: 0 });
    const { executions, totals } = JSON.parse(stdout) as { executions: object[]; totals: object[] };
    expect(executions).toMatchObject([
      { path: 'docs/restart.md', line: 18, date: '2026-05-14T21:24:00.000Z', target: 'web', operator: 'kim', outcome: 'success', durationSeconds: 240, budgetSeconds: 300, overBudget: false },
      { path: 'docs/drain.md', line: 9, date: '2026-05-15T00:00:00.000Z', target: null, operator: '@kim', outcome: 'success', durationSeconds: null, overBudget: null },
    ]);
    expect(totals).toMatchObject([{ path: 'docs/drain.md', runs: 1 }, { path: 'docs/restart.md', title: 'Restart', runs: 1, successRate: 1, medianSeconds: 240, worstSeconds: 240, overBudget: 0 }]);
    await called('history', 'docs/*.md', '--csv', '--target', 'a*').in(folder).expect({ status: 0, stdout: 'path,line,date,target,operator,outcome,duration_seconds,budget_seconds,outcome_text\r\ndocs/restart.md,20,,api,lee,unknown,,300,\r\ndocs/restart.md,19,2026-05-15T00:00:00.000Z,api,lee,failed,540,300,Failed\r\n' });
  });
  it('says when there is nothing', async () => {
    const folder = workspace(files);
    await called('history', 'docs/plain.md').in(folder).expect({ status: 0, stdout: 'no history tables here\n' });
    await called('history', 'docs', '--target', 'nope').in(folder).expect({ status: 0, stdout: 'no rows like that\n' });
    await called('history', 'nope').in(folder).expect({ status: 2, stderr: /^runbook: cannot read nope: no such file or folder, and no Markdown file matches\n/ });
    await called('history', 'docs', '--since', 'yesterday').in(folder).expect({ status: 2, stderr: 'runbook: --since yesterday: expected a day or an age\n  for example --since 2026-05-01 or --since 90d\n' });
  });
});

describe('runbook list', () => {
  it('shows the runbooks of a tree', async () => {
    const { stdout } = await called('list').in(workspace(files)).expect({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^RUNBOOK +TITLE +OWNER +REVIEWED +STEPS {2}LAST RUN\ndocs\/drain\.md +Drain +— +never +1 +2026-05-15 success\ndocs\/restart\.md +Restart +platform +\d+ days ago +1 +2026-05-15 failed\n$/);
  });
  it('for a program', async () => {
    const { stdout } = await called('list', 'docs', '--json').in(workspace(files)).expect({ status: 0 });
    expect(JSON.parse(stdout)).toMatchObject([{ path: 'docs/drain.md', owner: null, lastReviewed: null, reviewAgeDays: null, lastExecution: { operator: '@kim', outcome: 'success' } }, { path: 'docs/restart.md', title: 'Restart', owner: 'platform', lastReviewed: '2026-05-14', steps: 1 }]);
  });
});
