import type { Span } from '../../model/index.ts';
import { daysBetween, findDate, placedExecutions } from '../facts/index.ts';
import { worldRule } from '../rule.ts';

interface WrittenDate {
  readonly date: string;
  readonly what: string;
  readonly span: Span;
}

export const futureDate = worldRule<WrittenDate>({
  id: 'future-date',
  severity: 'warning',
  summary: 'A review or an execution is dated in the future.',
  scope: 'runbook',
  docs: {
    why: 'A date that has not come yet is a slip of the year or the month, and it keeps a stale page looking fresh. A day ahead is let pass, for time zones.',
    bad: { text: '# Restart the API\n\nLast reviewed: 2062-05-14\n\n1. Restart it.\n', today: '2026-06-01' },
    good: { text: '# Restart the API\n\nLast reviewed: 2026-05-14\n\n1. Restart it.\n', today: '2026-06-01' },
  },
  facts: (runbook) => {
    const written: WrittenDate[] = [];
    const add = (what: string, text: string, span: Span) => {
      const date = findDate(text);
      if (date !== null) written.push({ date, what, span });
    };
    const { lastReviewed, lastIncident } = runbook.metadata;
    if (lastReviewed !== null) add('last reviewed', lastReviewed.value, lastReviewed.span);
    if (lastIncident !== null) add('last incident', lastIncident.value, lastIncident.span);
    for (const { day, dateSpan } of placedExecutions(runbook)) {
      if (day !== null) written.push({ date: day, what: 'an execution', span: dateSpan });
    }
    return written;
  },
  judge: ({ date, what, span }, _path, { today }) => {
    const ahead = daysBetween(today, date);
    return ahead > 1 ? { message: `${what} is dated ${date}, ${ahead} days after today (${today})`, span } : null;
  },
});
