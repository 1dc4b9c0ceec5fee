import { counted, type Span } from '../../model/index.ts';
import { daysBetween, findDate, findDays, metadataValue } from '../facts/index.ts';
import { worldRule } from '../rule.ts';

interface Review {
  readonly date: string;
  /** Days it holds, or the day on which the next review is due. */
  readonly limit: number | string;
  readonly span: Span;
}

export const staleReview = worldRule<Review>({
  id: 'stale-review',
  severity: 'warning',
  summary: 'The last review is too long ago.',
  scope: 'runbook',
  docs: {
    why: 'Hosts, flags and names drift; a page that no one has read for half a year is wrong somewhere. Read it against the system, fix it, and set the date. The limit is 180 days, `review-days` in `.runbook.yaml`, or the file\'s own `Review in: 90 days`.',
    bad: { text: '# Restart the API\n\nLast reviewed: 2026-01-10\nReview in: 90 days\n\n1. Restart it.\n', today: '2026-06-01' },
    good: { text: '# Restart the API\n\nLast reviewed: 2026-05-14\nReview in: 90 days\n\n1. Restart it.\n', today: '2026-06-01' },
  },
  facts: (runbook, { options }) => {
    const { metadata } = runbook;
    const reviewed = metadataValue(runbook, options, 'lastReviewed');
    const date = reviewed === null ? null : findDate(reviewed.value);
    if (reviewed === null || date === null) return [];
    const own = metadata.reviewIn?.value ?? '';
    return [{ date, limit: findDate(own) ?? findDays(own) ?? options.reviewDays, span: reviewed.span }];
  },
  judge: ({ date, limit, span }, _path, { today }) => {
    const age = daysBetween(date, today);
    if (typeof limit === 'string') return today > limit ? { message: `last reviewed ${date}, and the next review was due on ${limit}`, span } : null;
    return age > limit ? { message: `last reviewed ${date}, ${counted(age, 'day')} ago; expected within ${counted(limit, 'day')}`, span } : null;
  },
});
