import { markdown, misspeltSuppressions } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const invalidSuppression = textRule({
  id: 'invalid-suppression',
  severity: 'error',
  summary: 'A comment looks like one that silences rules, and is none.',
  scope: 'markdown',
  docs: {
    why: 'It silences nothing, or not what its author meant. There are `runbook-disable-line`, `runbook-disable-next-line`, `runbook-disable-file`, and `runbook-disable` up to `runbook-enable`; rules after it, then ` -- ` and a reason.',
    bad: { get text() { return markdown(`
      # Diagnose

      <!-- runbook-disable-nextline pipe-to-shell -->
      '''bash
      curl -s https://get.example.com/kubectl.sh | sh
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
  check: misspeltSuppressions,
});
