import { doubtfulPieces, markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const notACommand = textRule({
  id: 'not-a-command',
  aliases: ['not-shell'],
  severity: 'warning',
  summary: 'A block of commands holds what is none: output, a query, a sentence, a character that no shell reads.',
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
  check: (runbook) => [
    ...doubtfulPieces(runbook, 'not-a-command').map(({ doubt, span }) => ({ message: `no command: ${doubt.text}; label output "text", or write what is to be typed`, span })),
    ...runbook.diagnostics.filter(({ rule }) => rule === 'not-a-command'),
  ],
});
