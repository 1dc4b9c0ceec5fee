import type { CommandSpec } from '../spec.ts';
import { CHOOSING, JSON_OUTPUT, RECORDING, RUNNING } from './options.ts';

export const RUN: CommandSpec = {
  name: 'run',
  usage: '<file>',
  positionals: { min: 1, max: 1 },
  completes: 'file',
  summary: 'walk through a runbook',
  description:
    'In a terminal, a full-screen walk: each step shows its real command before it runs. With --yes, unattended: every open question is an error before the first command.',
  options: [...CHOOSING, ...RUNNING, { name: 'dry-run', help: 'print the resolved plan and run nothing' }, ...RECORDING],
  examples: [
    { command: 'runbook run runbooks/host-triage.md', what: 'walk through it, step by step' },
    {
      command: 'runbook run rollback.md --target raxx-api-staging --set known-good-release=v84 --yes --allow-destructive',
      what: 'a staging drill without a keyboard',
    },
  ],
};

export const RESUME: CommandSpec = {
  name: 'resume',
  usage: '[id]',
  positionals: { min: 0, max: 1 },
  completes: 'run',
  summary: 'go on with an interrupted run',
  description: 'Default: the latest. A step that was running when the process died is never run again without asking.',
  options: [{ name: 'set', value: '<name>=<value>', repeat: true, help: 'a secret parameter that the journal does not hold; repeatable' }, ...RUNNING, ...RECORDING],
  examples: [
    { command: 'runbook resume', what: 'the latest interrupted run' },
    { command: 'runbook resume 20261123-0312-k3f9 --yes', what: 'that run, unattended' },
  ],
};

export const RUNS: CommandSpec = {
  name: 'runs',
  usage: '[show <id> | report <id>]',
  positionals: { min: 0, max: 2 },
  completes: 'run',
  summary: 'runs on this machine',
  description: '`runs show <id>` prints one; `runs report <id>` writes its timeline as Markdown for the incident review.',
  options: [JSON_OUTPUT],
  examples: [
    { command: 'runbook runs', what: 'the latest runs, newest first' },
    { command: 'runbook runs report 20261123-0312-k3f9 > timeline.md', what: 'what ran, when, by whom, how it went' },
  ],
};
