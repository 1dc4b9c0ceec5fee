import { Declared, option } from '../declared.ts';
import { json, outputFile } from '../options.ts';

/** `runbook runs`. */
export function runs(): Declared {
  return new Declared('runs', {
    summary: 'list the runs on this machine',
    details: '`runs show <id>` prints one; `runs watch <id>` follows one that another terminal drives; `runs report <id>` writes what happened, for people who were not there; `runs pack <id>` hands one over as a file. A page holds what the commands wrote, up to 2 MB each and 20 MB in all; of more, both ends, and the path of the file that has all of it.',
    usage: '[<action> <id>]',
    completes: 'run',
    examples: [
      { command: 'runbook runs', what: 'the latest runs, newest first' },
      { command: 'runbook runs report 20261123-0312-k3f9 > timeline.md', what: 'what ran, when, by whom, how it went' },
      { command: 'runbook runs report k3f9 --format html -o incident.html', what: 'the same as a page, to pass on' },
      { command: 'runbook runs pack k3f9 -o restore.runbook-run', what: 'close it here; a colleague goes on with: runbook resume restore.runbook-run' },
    ],
    load: () => import('../../runs.ts'),
  })
    .argument('[action]')
    .argument('[id]')
    .takesOptions(json(), option('--engine <temporal>', "list the team's runs instead, or show, watch or report one", ['temporal']), option('--format <name>', 'report as markdown (default), html, json or junit', ['markdown', 'html', 'json', 'junit']), outputFile(), option('--operator <name>', "name who hands it over; default: git's user.name"));
}
