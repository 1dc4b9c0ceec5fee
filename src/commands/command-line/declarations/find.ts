import { Declared } from '../declared.ts';
import { json } from '../options.ts';

/** `runbook find`. */
export function find(): Declared {
  return new Declared('find', {
    summary: 'find the runbooks below this folder that speak of some words, best first',
    details: 'Looks in titles, systems, tags, purposes with symptoms, headings and paths. Nothing found is exit 1.',
    examples: [
      { command: 'runbook find database does not answer', what: 'which runbook is it?' },
      { command: 'runbook find KubePodCrashLooping --json', what: 'the same for a program' },
    ],
    load: () => import('../../find.ts'),
  })
    .argument('<words...>')
    .takesOptions(json());
}
