import { doubtfulPieces, markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const literal = textRule({
  id: 'literal',
  severity: 'warning',
  summary: 'A comment says to replace a value, and nothing shows which.',
  scope: 'runbook',
  docs: {
    why: 'Whoever pastes the line runs it with the value of another day. Write a placeholder in the place of the value: `<token>` is asked for by a run, and is an error in a shell.',
    bad: { get text() { return markdown(`
      # Scale the workers

      '''bash
      ./rebalance.sh # change this to the script of the shard
      '''
    `); } },
    good: { get text() { return markdown(`
      # Scale the workers

      '''bash
      ./rebalance.sh <shard>
      '''
    `); } },
  },
  check: (runbook) => doubtfulPieces(runbook, 'literal').map(({ doubt, span }) => ({ message: `"${doubt.text}" and no placeholder: the line runs with what stands in it`, span })),
});
