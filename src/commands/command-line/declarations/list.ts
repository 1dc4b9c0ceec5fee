import { Declared } from '../declared.ts';
import { json } from '../options.ts';

/** `runbook list`. */
export function list(): Declared {
  return new Declared('list', {
    summary: 'list the runbooks below a folder: owner, age of review, last execution',
    completes: 'folder',
    examples: [
      { command: 'runbook list', what: 'every runbook below this folder' },
      { command: 'runbook list docs/ops --json', what: 'the same for a program' },
    ],
    load: () => import('../../list.ts'),
  })
    .argument('[dir]')
    .takesOptions(json());
}
