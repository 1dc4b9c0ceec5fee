import { Declared, option } from '../declared.ts';
import { json, outputFile } from '../options.ts';

/** `runbook history`. */
export function history(): Declared {
  return new Declared('history', {
    summary: 'show the execution rows of one file or of a tree, with totals',
    completes: 'path',
    examples: [
      { command: 'runbook history docs/ --since 90d', what: 'what was run in the last quarter, and how it went' },
      { command: 'runbook history rollback.md --target raxx-api-prod --csv', what: 'one target, for a spreadsheet' },
      { command: 'runbook history docs/ --format html -o runbooks.html', what: 'which runbooks need attention, as a page' },
    ],
    load: () => import('../../history.ts'),
  })
    .argument('<path...>')
    .takesOptions(
      json(),
      option('--csv', 'print the rows as CSV'),
      option('--format <text|json|csv|html>', 'choose the form (default text); html is a page of all the runbooks', ['text', 'json', 'csv', 'html']),
      outputFile(),
      option('--since <day>', 'keep rows from this day on, e.g. 2026-05-01 or 90d'),
      option('--target <name>', 'keep rows of this target'),
      option('--operator <name>', 'keep rows of this operator'),
    );
}
