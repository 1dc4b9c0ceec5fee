import { type CommandStep, counted, type Fence, type Runbook } from '../../model/index.ts';
import { doubtfulPieces, markdown, shellBlocks } from '../facts/index.ts';
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
          const message = `the ${counted(lines.length, 'line')} after "${opener}" ${lines.length === 1 ? 'is' : 'are'} typed at its prompt, not here${heldToo(runbook, fence, opener)}`;
          return [{ message, span: span(start, start + openerLine.trimEnd().length) }];
        }),
    ),
});

/** In words, the later steps that are held because nothing leaves the session. */
function heldToo(runbook: Runbook, { step: own }: Fence, opener: string): string {
  // A block that opens the same session again is no longer in this one.
  const opensAgain = ({ shell }: CommandStep): boolean => shell.remotes.some((remote) => remote.opener === opener);
  const steps = doubtfulPieces(runbook, 'elsewhere').filter(({ step, doubt }) => own !== null && step.index > own && doubt.text === opener && !opensAgain(step));
  const lines = steps.map(({ step }) => step.span.start.line);
  if (lines.length === 0) return '';
  return `; nothing leaves it, so the ${lines.length === 1 ? 'step on line' : 'steps on lines'} ${lines.slice(0, 3).join(', ')}${lines.length > 3 ? ' …' : ''} would be typed there too ("exit" ends it)`;
}
