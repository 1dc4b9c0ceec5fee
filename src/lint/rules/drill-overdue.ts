import { counted, type Span } from '../../model/index.ts';
import { daysBetween, markdown, placedExecutions } from '../facts/index.ts';
import { worldRule } from '../rule.ts';

interface LastSuccess {
  readonly date: string;
  readonly limit: number;
  readonly span: Span;
}

export const drillOverdue = worldRule<LastSuccess>({
  id: 'drill-overdue',
  severity: 'warning',
  summary: 'The last successful execution is too long ago.',
  scope: 'runbook',
  docs: {
    why: 'A procedure that worked a year ago may not work tonight. Run it in staging as a drill; the row is written by `run`. The limit is 90 days, or `drill-days` in `.runbook.yaml`.',
    bad: {
      today: '2026-06-01',
      get text() { return markdown(`
        # Failover

        ## Execution history

        | Date | Operator | Outcome |
        | --- | --- | --- |
        | 2026-01-14 | ada | Success |
        | 2026-05-02 | bob | Failed: no replica |
      `); },
    },
    good: {
      today: '2026-06-01',
      get text() { return markdown(`
        # Failover

        ## Execution history

        | Date | Operator | Outcome |
        | --- | --- | --- |
        | 2026-05-14 | ada | Success |
      `); },
    },
  },
  facts: (runbook, { options }) => {
    const last = placedExecutions(runbook).findLast(({ execution, day }) => execution.outcome === 'success' && day !== null);
    return last === undefined || last.day === null ? [] : [{ date: last.day, span: last.dateSpan, limit: options.drillDays }];
  },
  judge: ({ date, limit, span }, _path, { today }) => {
    const age = daysBetween(date, today);
    return age > limit ? { message: `the last successful execution was on ${date}, ${counted(age, 'day')} ago; expected one within ${counted(limit, 'day')}`, span } : null;
  },
});
