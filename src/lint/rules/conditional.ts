import { doubtfulPieces, markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const conditional = textRule({
  id: 'conditional',
  severity: 'info',
  offByDefault: true,
  summary: 'The words before a block leave open whether it is to run.',
  scope: 'runbook',
  docs: {
    why: 'A run holds such a step until somebody says whether it is wanted; unattended that is an error before the first command. Turn the rule on where runbooks are to run unattended, and settle each with `<!-- runbook: runs=yes -->` or `runs=no` before its block, or in the plan lock.',
    bad: { get text() { return markdown(`
      # Deploy

      If the queue is long, drain it:

      '''bash
      acmectl drain queue
      '''
    `); } },
    good: { get text() { return markdown(`
      # Deploy

      If the queue is long, drain it:

      <!-- runbook: runs=yes -->
      '''bash
      acmectl drain queue
      '''
    `); } },
  },
  check: (runbook) => {
    const places = Map.groupBy(doubtfulPieces(runbook, 'conditional'), ({ span }) => span.start.offset);
    // A heading may hold several blocks.
    return [...places.values()].flatMap(([first, ...more]) => (first === undefined ? [] : [{ message: `"${first.doubt.text}" leaves open whether ${more.length === 0 ? 'this block is' : `these ${more.length + 1} blocks are`} to run`, span: first.span }]));
  },
});
