import { Declared } from '../declared.ts';
import { json } from '../options.ts';

/** `runbook find`. */
export function find(): Declared {
  return new Declared('find', {
    summary: 'search the runbooks below this folder by words, best match first',
    details: 'Looks in titles, systems, tags, purposes with symptoms, headings and paths. Exits 1 if nothing is found.',
    examples: [
      { command: 'runbook find database does not answer', what: 'which runbook is it?' },
      { command: 'runbook find KubePodCrashLooping --json', what: 'the same for a program' },
    ],
    load: () => import('../../find.ts'),
  })
    .argument('<words...>')
    .takesOptions(json());
}
