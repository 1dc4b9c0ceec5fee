import type { CommandSpec } from '../spec.ts';
import { CHOOSING, JSON_OUTPUT, RECORDING } from './options.ts';

export const SHOW: CommandSpec = {
  name: 'show',
  usage: '<file>',
  positionals: { min: 1, max: 1 },
  completes: 'file',
  summary: 'what would run: metadata, parameters, steps, why each is in or out',
  options: [...CHOOSING, JSON_OUTPUT],
  examples: [
    { command: 'runbook show rollback.md --target raxx-console-prod', what: 'the plan for one target' },
    { command: 'runbook show rollback.md --json | jq .questions', what: 'what an unattended run would have to be told' },
  ],
};

export const LIST: CommandSpec = {
  name: 'list',
  usage: '[dir]',
  positionals: { min: 0, max: 1 },
  completes: 'folder',
  summary: 'the runbooks below a folder: owner, age of review, last execution',
  options: [JSON_OUTPUT],
  examples: [
    { command: 'runbook list', what: 'every runbook below this folder' },
    { command: 'runbook list docs/ops --json', what: 'the same for a program' },
  ],
};

export const HISTORY: CommandSpec = {
  name: 'history',
  usage: '<path...>',
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  completes: 'path',
  summary: 'the execution rows of one file or of a tree, with totals',
  options: [
    JSON_OUTPUT,
    { name: 'csv', help: 'print the rows as CSV' },
    { name: 'since', value: '<day>', help: 'rows from this day on, e.g. 2026-05-01 or 90d' },
    { name: 'target', value: '<name>', help: 'rows of this target' },
    { name: 'operator', value: '<name>', help: 'rows of this operator' },
  ],
  examples: [
    { command: 'runbook history docs/ --since 90d', what: 'what was run in the last quarter, and how it went' },
    { command: 'runbook history rollback.md --target raxx-api-prod --csv', what: 'one target, for a spreadsheet' },
  ],
};

export const RECORD: CommandSpec = {
  name: 'record',
  usage: '<file>',
  positionals: { min: 0, max: 1 },
  completes: 'file',
  summary: 'write a history row for a run done by hand; --pending writes the kept ones',
  options: [{ name: 'target', value: '<name>', help: 'what it was run on' }, ...RECORDING, { name: 'pending', help: 'list and write the rows that could not be written' }],
  examples: [
    { command: 'runbook record rollback.md --record App=raxx-api-prod --record Outcome=Success', what: 'a row without questions' },
    { command: 'runbook record --pending', what: 'write what was kept, once each' },
  ],
};
