import { markdown } from '../facts/index.ts';
import { readerRule } from '../rule.ts';

export const notShell = readerRule({
  id: 'not-shell',
  severity: 'warning',
  summary: 'A block labelled as shell holds output, a query or a client session.',
  scope: 'runbook',
  docs: {
    why: 'Such a block would fail, or do something else, in a shell: it does not run before somebody has looked at it. Label output `text`, queries by their language, and commands with their output `console`, with a `$ ` before each command.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''sh
      shop=# SELECT pg_is_in_recovery();
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''sql
      SELECT pg_is_in_recovery();
      '''
    `); } },
  },
});
