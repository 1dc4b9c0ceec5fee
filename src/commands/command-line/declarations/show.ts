import { Declared } from '../declared.ts';
import { choosing, json } from '../options.ts';

/** `runbook show`. */
export function show(): Declared {
  return new Declared('show', {
    summary: 'show what would run: metadata, parameters, steps, why each is in or out',
    completes: 'file',
    examples: [
      { command: 'runbook show rollback.md --target raxx-console-prod', what: 'the plan for one target' },
      { command: 'runbook show rollback.md --json | jq .questions', what: 'what an unattended run would have to be told' },
    ],
    load: () => import('../../show.ts'),
  })
    .argument('<file>')
    .takesOptions(...choosing(), json());
}
