import { markdown, titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingTitle = textRule({
  id: 'missing-title',
  severity: 'warning',
  summary: 'A runbook has no heading of the first level.',
  scope: 'runbook',
  docs: {
    why: 'The title is what a list of runbooks, a run’s report and the person who was sent the link see first.',
    bad: { get text() { return markdown(`
      ## Procedure

      '''bash
      kubectl get pods
      '''
    `); } },
    good: { get text() { return markdown(`
      # Pods are crash-looping

      ## Procedure

      '''bash
      kubectl get pods
      '''
    `); } },
  },
  check: (runbook) => {
    // Front matter that is not at the top is a heading; another rule says so.
    if (runbook.title?.value.startsWith('title: ') === true) return [];
    const titled = runbook.structure.headings.some(({ depth }) => depth === 1) || runbook.metadata.entries.some(({ key }) => key.toLowerCase() === 'title');
    return titled ? [] : [{ message: 'no title: expected a "# …" heading that says what this runbook is for', span: titleSpan(runbook) }];
  },
});
