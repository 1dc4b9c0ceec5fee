import { Declared, option } from '../declared.ts';
import { recording } from '../options.ts';

/** `runbook record`. */
export function record(): Declared {
  return new Declared('record', {
    summary: 'write a history row for a run done by hand; --pending writes the kept ones',
    usage: '<file>',
    completes: 'file',
    examples: [
      { command: 'runbook record rollback.md --record App=raxx-api-prod --record Outcome=Success', what: 'a row without questions' },
      { command: 'runbook record --pending', what: 'write what was kept, once each' },
    ],
    load: () => import('../../record.ts'),
  })
    .argument('[file]')
    .takesOptions(option('--target <name>', 'name what it was run on'), ...recording(), option('--pending', 'list and write the rows that could not be written'));
}
