import { Declared, option } from '../declared.ts';

/** `runbook init`. */
export function init(): Declared {
  return new Declared('init', {
    summary: 'write a new runbook from a template',
    completes: 'file',
    examples: [
      { command: 'runbook init runbooks/failover.md', what: 'a runbook that lints clean and runs' },
      { command: "runbook init runbooks/failover.md --title 'Fail over the database' --owner data-team", what: 'with its title and owner' },
    ],
    load: () => import('../../init.ts'),
  })
    .argument('[file]')
    .takesOptions(
      option('--title <text>', 'set its title; default: from the file name'),
      option('--when <words>', 'say what it is for: "Use this runbook when <words>"'),
      option('--owner <name>', "name who maintains it; default: git's user.name"),
    );
}
