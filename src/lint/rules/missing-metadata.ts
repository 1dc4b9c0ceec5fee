import { plainKey, titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingMetadata = textRule({
  id: 'missing-metadata',
  severity: 'warning',
  summary: 'A runbook lacks a key that this repository requires.',
  scope: 'runbook',
  docs: {
    why: 'A team can ask for more than an owner and a review: list the keys under `options: required-metadata:` in `.runbook.yaml`. Without that list this rule says nothing.',
    bad: { text: '# Restart the API\n\nOwner: platform\n\n1. Restart it.\n', options: { requiredMetadata: ['severity'] } },
    good: { text: '# Restart the API\n\nOwner: platform\nSeverity: P2\n\n1. Restart it.\n', options: { requiredMetadata: ['severity'] } },
  },
  check: (runbook, { options }) => {
    const present = new Set(runbook.metadata.entries.filter(({ value }) => value.trim() !== '').flatMap(({ key, known }) => [plainKey(key), plainKey(known ?? key)]));
    return options.requiredMetadata.filter((key) => !present.has(plainKey(key))).map((key) => ({ message: `no "${key}": this repository requires it of every runbook`, span: titleSpan(runbook) }));
  },
});
