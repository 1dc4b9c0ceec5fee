import type { OptionSpec } from '../spec.ts';

/** Options that choose what a run does; `show` takes them too. */
export const CHOOSING: readonly OptionSpec[] = [
  { name: 'target', value: '<name>', help: 'the inventory row to act on' },
  { name: 'set', value: '<name>=<value>', repeat: true, help: 'a parameter; repeatable' },
  { name: 'section', value: '<heading>', repeat: true, help: 'choose among alternative sections, or bring in one that is out by default; repeatable' },
  { name: 'from', value: '<step>', help: 'begin at this step' },
  { name: 'only', value: '<step>', repeat: true, help: 'run this step only; repeatable' },
  { name: 'skip', value: '<step>', repeat: true, help: 'leave this step out; repeatable' },
];

/** Options of every command that writes a history row. */
export const RECORDING: readonly OptionSpec[] = [
  { name: 'operator', value: '<name>', help: "who is running; default: git's user.name, else the login name" },
  { name: 'record', value: '<column>=<value>', repeat: true, help: 'a cell of the history row; repeatable' },
  { name: 'commit', help: 'commit the row, and only the row, with git' },
  { name: 'push', help: 'with --commit: push it, and rebase when another operator was first' },
  { name: 'add-history', help: 'make the history section where the runbook has none' },
];

/** Options of how a run goes on: `run` and `resume`. */
export const RUNNING: readonly OptionSpec[] = [
  { name: 'yes', help: 'unattended: run command steps without asking, take manual steps as read; stop at the first failure' },
  { name: 'allow-destructive', help: 'with --yes: also run destructive steps' },
  { name: 'format', value: '<text|ndjson>', choices: ['text', 'ndjson'], help: 'what an unattended run prints' },
  { name: 'no-tui', help: 'plain prompts instead of the full-screen view' },
  { name: 'follow-for', value: '<duration>', help: 'how long an unattended run watches an endless command (default 10s)' },
  { name: 'timeout', value: '<duration>', help: 'per step, e.g. 90s or 5m; default none' },
  { name: 'no-history', help: 'write no history row' },
  { name: 'force', help: 'run although the same runbook is running on the same target' },
];

/** `--json`. */
export const JSON_OUTPUT: OptionSpec = { name: 'json', help: 'print JSON' };
