import { Declared } from './declared.ts';
import { json } from './options.ts';

/** `runbook runs`. */
export function runs(): Declared {
  return new Declared('runs', {
    summary: 'runs on this machine',
    details: '`runs show <id>` prints one; `runs report <id>` writes its timeline as Markdown for the incident review.',
    usage: '[show <id> | report <id>]',
    completes: 'run',
    examples: [
      { command: 'runbook runs', what: 'the latest runs, newest first' },
      { command: 'runbook runs report 20261123-0312-k3f9 > timeline.md', what: 'what ran, when, by whom, how it went' },
    ],
    load: () => import('../runs.ts'),
  })
    .argument('[action]')
    .argument('[id]')
    .takesOptions(json());
}
