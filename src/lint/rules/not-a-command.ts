import { lineAt } from '../../model/index.ts';
import { crontabCommand, doubtfulPieces, markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const notACommand = textRule({
  id: 'not-a-command',
  aliases: ['not-shell'],
  severity: 'warning',
  onceAFile: 'by message',
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
    ...doubtfulPieces(runbook, 'not-a-command').map(({ doubt, span }) => ({ message: said(doubt.text, lineAt(runbook.source.text, span.start.offset)), span })),
    ...runbook.diagnostics.filter(({ rule }) => rule === 'not-a-command'),
  ],
});

/** Signs that some write before what they type, and that no shell prints by itself: `$> ls`, `=> ls`, `>> ls`. */
const UNKNOWN_PROMPT = /^(?<prompt>(?:[$#%=-]|>{1,2})>)\s+[a-z]/;

/** What is said of a line that is no command, and what to do. */
function said(words: string, line: string): string {
  if (crontabCommand(line) !== null) return `a line of a crontab, which no shell runs: ${words}; label it "crontab"`;
  if (/^[A-Z][a-z]+-[A-Z][A-Za-z]+(?:\s|$)/.test(words)) return 'PowerShell in a block of shell; label it "powershell"';
  if (words.startsWith('the block holds ')) return `${words}: label it by what it is, such as "text" or "sql"`;
  if (/(?:^|\s)(?:\.{3}|…)(?:\s|$)/.test(words)) return `something is left out: ${words}; write the whole command, or label the block "text"`;
  const prompt = UNKNOWN_PROMPT.exec(words)?.groups?.['prompt'];
  if (prompt !== undefined) return `"${prompt}" is read as no prompt, so this is no command: ${words}; write "$ " before each command`;
  return `no command: ${words}; label output "text", or write what is to be typed`;
}
