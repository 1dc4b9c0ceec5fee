import { doubtfulPieces, markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const nothing = textRule({
  id: 'nothing',
  severity: 'warning',
  summary: 'A block of commands in which nothing runs: each stands behind a #.',
  scope: 'runbook',
  docs: {
    why: 'Pasted, a line that begins with `#` is a comment: the step seems to pass and nothing was done. Take the root prompt away and write `sudo`, or label the block `console` and write `$ ` before what is typed.',
    bad: { get text() { return markdown(`
      # Restart consul

      '''bash
      # systemctl restart consul
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restart consul

      '''bash
      sudo systemctl restart consul
      '''
    `); } },
  },
  check: (runbook) => doubtfulPieces(runbook, 'nothing').map(({ doubt, span }) => ({ message: `nothing runs in this block: "${doubt.text}" is a comment for the shell`, span })),
});
