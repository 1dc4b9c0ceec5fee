import { counted } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const elsewhere = textRule({
  id: 'elsewhere',
  aliases: ['remote-session'],
  severity: 'info',
  onceAFile: true,
  summary: 'Lines of a block are to be typed on another machine or at another prompt.',
  scope: 'runbook',
  docs: {
    why: 'Pasted at once, the lines after `ssh db-1` run here when the session ends, or not at all. Give the command to the session (`ssh db-1 uptime`, `oc rsh pod ceph status`), or write what is typed there in a block of its own.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      ssh db-1
      systemctl status postgresql
      exit
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''bash
      ssh db-1 systemctl status postgresql
      '''
    `); } },
  },
  check: (runbook) =>
    shellBlocks(runbook).flatMap(({ fence, shell, span }) =>
      shell.remotes
        .flatMap(({ opener, start, typed }) => {
          // A remark below the opener is for the reader.
          const lines = fence.code.text.slice(typed.start, typed.end).trim().split('\n');
          if (lines.every((line) => /^\s*(?:#|$)/.test(line))) return [];
          const openerLine = fence.code.text.slice(start, typed.start).split('\n')[0] ?? '';
          return [{ message: `the ${counted(lines.length, 'line')} after "${opener}" ${lines.length === 1 ? 'is' : 'are'} typed at its prompt, not here`, span: span(start, start + openerLine.trimEnd().length) }];
        }),
    ),
});
