import { Declared, option, repeated } from '../declared.ts';

/** `runbook lock`. */
export function lock(): Declared {
  return new Declared('lock', {
    summary: 'record how each runbook is understood, for review; --check tells what has changed since',
    details: 'Writes runbook.lock at the root of the repository: the steps, effects, parameters and checks of each runbook, and what the team settled where its text leaves something open. Without a path: the runbooks that runbook list finds.',
    completes: 'path',
    examples: [
      { command: 'runbook lock', what: 'go through what is open, and write runbook.lock' },
      { command: 'runbook lock --check', what: 'in CI: exit 1 if a runbook is understood differently than locked' },
    ],
    load: () => import('../../lock.ts'),
  })
    .argument('[path...]')
    .takesOptions(
      option('--check', 'compare and write nothing; exit 1 with each difference'),
      repeated('--settle <step>=<answer>', 'settle a doubt of the one runbook that is named: <step>[.<piece>][/<doubt>]=<answer>'),
      option('--accept-open', 'leave open doubts open, without asking'),
      option('--operator <name>', "name who signs; default: git's user.name, else the login name"),
      option('--format <text|json|github|sarif>', 'choose what --check prints', ['text', 'json', 'github', 'sarif']),
    );
}
