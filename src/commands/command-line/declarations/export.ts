import { Declared, option, repeated } from '../declared.ts';
import { outputFile, settle } from '../options.ts';

/** `runbook export`. */
export function exportCommand(): Declared {
  return new Declared('export', {
    summary: 'write a CI workflow that runs the runbook: inputs, environments, targets in parallel, a schedule',
    details: 'What the runbook asks becomes inputs of the workflow, each target a job in the environment of its name, where the approvals of the forge hold. Values and secrets reach the shell as variables only. It runs with --locked: lock the runbook first.',
    completes: 'forge',
    examples: [
      { command: 'runbook export github rollback.md --allow-destructive --secret HEROKU_API_KEY -o .github/workflows/rollback.yml', what: 'to be started by hand, for one target or for all' },
      { command: 'runbook export gitlab rollback.md --allow-destructive --secret HEROKU_API_KEY -o .gitlab-ci.yml', what: 'the same for GitLab' },
      { command: "runbook export github runbooks/host-triage.md --schedule '0 4 * * 1' -o .github/workflows/triage.yml", what: 'also as a drill, on Mondays' },
    ],
    load: () => import('../../export.ts'),
  })
    .argument('<forge>')
    .argument('<file>')
    .takesOptions(
      repeated('--target <name>', 'offer this target; default: all that the runbook names'),
      repeated('--secret <name>', 'pass this secret of the forge to the commands, as a variable of the same name'),
      repeated('--skip <step>', 'leave this step out'),
      settle(),
      option('--allow-destructive', 'let the workflow run destructive steps too'),
      option('--max-parallel <n>', 'act on this many targets at a time (default 1)'),
      option('--fail-fast', 'stop the runs on other targets when one has failed'),
      option('--schedule <cron>', 'also run as a drill: minute, hour, day, month, weekday, in UTC'),
      repeated('--drill <name>', 'with --schedule: run it on this target; default: all that are not production'),
      option('--row <way>', 'write the history row by commit (default), pull-request, merge-request or none', ['commit', 'pull-request', 'merge-request', 'none']),
      option('--environment <name>', 'where nothing depends on a target: run the job in this environment'),
      option('--image <name>', "gitlab: run the jobs in this image; it needs bash, git and Node 24 (default node:24)"),
      outputFile(),
    );
}
