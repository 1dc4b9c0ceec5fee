import type { Span } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const duplicateStepName = textRule({
  id: 'duplicate-step-name',
  severity: 'error',
  summary: 'Two steps are pinned to the same name.',
  scope: 'markdown',
  docs: {
    why: '`--from`, `--only` and `--skip` choose steps by name, and the journal of a run is kept by it. With a name given twice, no one can say which step is meant.',
    bad: { get text() { return markdown(`
      # Deploy

      '''bash {name=verify}
      kubectl rollout status deploy/api
      '''

      '''bash {name=verify}
      kubectl rollout status deploy/worker
      '''
    `); } },
    good: { get text() { return markdown(`
      # Deploy

      '''bash {name=verify-api}
      kubectl rollout status deploy/api
      '''

      '''bash {name=verify-worker}
      kubectl rollout status deploy/worker
      '''
    `); } },
  },
  check: (runbook) => {
    const first = new Map<string, Span>();
    const findings: Finding[] = [];
    for (const { pins } of runbook.steps) {
      if (pins.name === undefined) continue;
      const { value, span } = pins.name;
      const earlier = first.get(value);
      if (earlier === undefined) first.set(value, span);
      else findings.push({ message: `the name "${value}" is taken by the step on line ${earlier.start.line}`, span, related: { message: 'first used here', span: earlier } });
    }
    return findings;
  },
});
