import { Declared, option } from '../declared.ts';
import { choosing, recording, running } from '../options.ts';

/** `runbook run`. */
export function run(): Declared {
  return new Declared('run', {
    summary: 'walk through a runbook',
    details: 'Without a file it asks which one, by number or by words. In a terminal, a full-screen walk: each step shows its real command before it runs. With --yes, unattended: every open question is an error before the first command.',
    completes: 'file',
    examples: [
      { command: 'runbook run runbooks/host-triage.md', what: 'walk through it, step by step' },
      {
        command: 'runbook run rollback.md --target raxx-api-staging --set known-good-release=v84 --yes --allow-destructive',
        what: 'a staging drill without a keyboard',
      },
    ],
    load: () => import('../../run.ts'),
  })
    .argument('[file]')
    .takesOptions(...choosing(), ...running(), option('--dry-run', 'print the resolved plan and run nothing'), option('--engine <temporal>', "run it on the team's Temporal server: its pieces where a worker stands, answered from any terminal", ['temporal']), option('--queue <name>', 'with --engine: give it to the workers of this queue'), ...recording());
}
