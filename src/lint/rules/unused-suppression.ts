import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

/** Judged by the run itself, once every other rule has spoken. */
export const unusedSuppression = textRule({
  id: 'unused-suppression',
  severity: 'warning',
  summary: 'A comment silences a rule that has nothing to say there.',
  scope: 'markdown',
  docs: {
    why: 'What it was written for is fixed, or its rule is misspelt. Left in place it will hide the next real finding. Remove it.',
    bad: { get text() { return markdown(`
      # Diagnose

      <!-- runbook-disable-next-line pipe-to-shell -->
      '''bash
      kubectl get pods
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      <!-- runbook-disable-next-line pipe-to-shell -->
      '''bash
      curl -s https://get.example.com/kubectl.sh | sh
      '''
    `); } },
  },
  check: () => [],
});
