import { Declared, option } from '../declared.ts';

/** `runbook worker`. */
export function worker(): Declared {
  return new Declared('worker', {
    summary: 'run the pieces of runs on Temporal, here',
    details: 'Serves a queue of the Temporal server that TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE name, until it is told to end. Commands run as this user, in this folder, with the variables of this environment: secrets belong there.',
    examples: [
      { command: 'runbook worker --queue prod', what: 'on the bastion: run what goes to the queue prod' },
      { command: 'TEMPORAL_ADDRESS=temporal.internal:7233 runbook worker --queue staging', what: 'with the server that TEMPORAL_ADDRESS names' },
    ],
    load: () => import('../../worker.ts'),
  }).takesOptions(option('--queue <name>', 'serve this queue'));
}
