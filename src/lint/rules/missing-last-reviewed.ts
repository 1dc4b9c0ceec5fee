import { findDate, metadataValue, titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingLastReviewed = textRule({
  id: 'missing-last-reviewed',
  severity: 'warning',
  summary: 'A runbook does not say when it was last reviewed.',
  scope: 'runbook',
  docs: {
    why: 'A reader at night has to know whether the page is from this year. Write `Last reviewed: 2026-05-14` below the title or `last_reviewed` in the front matter; `Last updated` and `Last verified` are read as well.',
    bad: { text: '# Restart the API\n\nLast reviewed: TBD\n\n1. Restart it.\n' },
    good: { text: '# Restart the API\n\nLast reviewed: 2026-05-14\n\n1. Restart it.\n' },
  },
  keeps: (runbook, { options }) => metadataValue(runbook, options, 'lastReviewed') !== null,
  check: (runbook, { options }) => {
    const reviewed = metadataValue(runbook, options, 'lastReviewed');
    if (reviewed === null) return [{ message: 'no date of the last review: expected a line such as "Last reviewed: 2026-05-14"', span: titleSpan(runbook), habit: true }];
    return findDate(reviewed.value) === null ? [{ message: `last reviewed "${reviewed.value}" is not a date; expected one such as 2026-05-14`, span: reviewed.span }] : [];
  },
});
