import type { Runbook, Span } from '../../model/index.ts';
import { metadataValue, titleSpan } from '../facts/index.ts';
import { type RuleContext, worldRule } from '../rule.ts';

export const missingOwner = worldRule<Span>({
  id: 'missing-owner',
  severity: 'warning',
  summary: 'A runbook does not say who keeps it.',
  scope: 'runbook',
  docs: {
    why: 'When a step fails, the owner is who to ask; when a system changes, the owner is who fixes the page. Write `Owner:` below the title or `owner:` in the front matter; `Team`, `Maintainer` and `owner_slack` are read as well, and so are CODEOWNERS and OWNERS files. It speaks where a third of the folder\'s runbooks name one.',
    bad: { text: '# Restart the API\n\n1. Restart it.\n' },
    good: { text: '# Restart the API\n\n**Owner:** platform team\n\n1. Restart it.\n' },
  },
  keeps: hasOwner,
  facts: (runbook, context) => (hasOwner(runbook, context) ? [] : [titleSpan(runbook)]),
  judge: (span, path, { files }) => (files.owned(path) ? null : { message: 'no owner: expected a line such as "Owner: <team>" below the title', span, habit: true }),
});

/** A known key, one that a team calls so, or any that begins with the word: `owner_slack`, `owners`. */
function hasOwner(runbook: Runbook, { options }: RuleContext): boolean {
  const owner = metadataValue(runbook, options, 'owner') ?? runbook.metadata.entries.find(({ key }) => /^owner/i.test(key));
  return (owner?.value ?? '').trim() !== '';
}
