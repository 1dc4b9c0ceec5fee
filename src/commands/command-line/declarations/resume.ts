import { Declared, option, repeated } from '../declared.ts';
import { recording, running, settle } from '../options.ts';

/** `runbook resume`. */
export function resume(): Declared {
  return new Declared('resume', {
    summary: 'continue an interrupted run',
    details: 'Default: the only one that is not finished. Given a runbook: the only one of it. A step that was running when the process died, or that a signal stopped, is never run again without asking. A run that ended before its history row was written gets its row. A file that `runs pack` wrote is unpacked here first.',
    completes: 'run',
    examples: [
      { command: 'runbook resume', what: 'the interrupted run, if there is only one' },
      { command: 'runbook resume rollback.md', what: 'the interrupted run of that runbook' },
      { command: 'runbook resume 20261123-0312-k3f9 --yes', what: 'that run, unattended' },
    ],
    load: () => import('../../resume.ts'),
  })
    .argument('[id or file]')
    .takesOptions(repeated('--set <name>=<value>', 'set a secret parameter that the journal does not hold'), repeated('--set-file <name>=<path>', 'set it from a file, without its last line break; - is standard input'), option('--runbook <path>', 'say where the runbook is now'), settle(), ...running(), ...recording());
}
