import type { CommandSpec } from '../spec.ts';

export const LINT: CommandSpec = {
  name: 'lint',
  usage: '<path...>',
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  completes: 'path',
  summary: 'check runbooks: files, folders, globs',
  options: [
    { name: 'format', value: '<name>', choices: ['text', 'json', 'sarif', 'github', 'junit'], help: 'text, json, sarif, github or junit' },
    { name: 'fix', help: 'repair what is safe to repair' },
    { name: 'dry-run', help: 'with --fix: print the diff and change nothing' },
    { name: 'rule', value: '<id>=<off|warn|error>', repeat: true, help: 'overrule the severity of a rule; repeatable' },
    { name: 'quiet', help: 'errors only' },
    { name: 'max-warnings', value: '<n>', help: 'fail with more warnings than this' },
    { name: 'now', value: '<day>', help: 'judge freshness on this day (default today)' },
    { name: 'baseline', value: '<file>', help: 'leave out the findings that this file lists' },
    { name: 'update-baseline', help: 'accept the findings of now: write them into the baseline' },
    { name: 'changed-since', value: '<ref>', help: 'only findings on lines that git says have changed since' },
    { name: 'shellcheck', value: '<auto|required|off>', choices: ['auto', 'required', 'off'], help: 'whether to use the shellcheck program' },
    { name: 'no-shellcheck', help: 'the same as --shellcheck=off' },
    { name: 'no-cache', help: 'read every file again' },
  ],
  examples: [
    { command: "runbook lint 'docs/**/*.md'", what: 'every Markdown file below docs' },
    { command: 'runbook lint runbooks --format sarif > runbook.sarif', what: 'for code scanning' },
  ],
};

export const EXPLAIN: CommandSpec = {
  name: 'explain',
  usage: '[rule]',
  positionals: { min: 0, max: 1 },
  completes: 'rule',
  summary: 'what a lint rule means, with a bad and a good example',
  options: [],
  examples: [
    { command: 'runbook explain', what: 'every rule in one line' },
    { command: 'runbook explain example-value', what: 'one rule in full' },
  ],
};

export const INIT: CommandSpec = {
  name: 'init',
  usage: '<file>',
  positionals: { min: 1, max: 1 },
  completes: 'file',
  summary: 'write a new runbook from a template',
  options: [
    { name: 'title', value: '<text>', help: 'its title; default: from the file name' },
    { name: 'owner', value: '<name>', help: "who keeps it true; default: git's user.name" },
  ],
  examples: [
    { command: 'runbook init runbooks/failover.md', what: 'a runbook that lints clean and runs' },
    { command: "runbook init runbooks/failover.md --title 'Fail over the database' --owner data-team", what: 'with its title and owner' },
  ],
};

export const COMPLETION: CommandSpec = {
  name: 'completion',
  usage: '<bash|zsh|fish>',
  positionals: { min: 1, max: 1 },
  completes: 'shell',
  summary: 'a completion script for your shell',
  options: [],
  examples: [
    { command: 'source <(runbook completion bash)', what: 'bash, in this session' },
    { command: 'runbook completion fish > ~/.config/fish/completions/runbook.fish', what: 'fish, from now on' },
  ],
};
