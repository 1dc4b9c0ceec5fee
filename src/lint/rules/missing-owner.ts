import { titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingOwner = textRule({
  id: 'missing-owner',
  severity: 'warning',
  summary: 'A runbook does not say who keeps it.',
  scope: 'runbook',
  docs: {
    why: 'When a step fails, the owner is who to ask; when a system changes, the owner is who mends the page. Write `Owner:` below the title or `owner:` in the front matter; `Team` and `Maintainer` are read as well.',
    bad: { text: '# Restart the API\n\n1. Restart it.\n' },
    good: { text: '# Restart the API\n\n**Owner:** platform team\n\n1. Restart it.\n' },
  },
  check: (runbook) =>
    (runbook.metadata.owner?.value ?? '').trim() === '' ? [{ message: 'no owner: expected a line such as "Owner: <team>" below the title', span: titleSpan(runbook) }] : [],
});
