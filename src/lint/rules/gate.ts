import { gatedPieces, markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const gate = textRule({
  id: 'gate',
  severity: 'info',
  offByDefault: true,
  summary: 'The words before a block tell to stop or wait first.',
  scope: 'runbook',
  docs: {
    why: 'A run holds the step until somebody says that the gate is passed; unattended that is an error before the first command. Turn the rule on where runbooks are to run unattended: write the condition as a command that waits, or `<!-- runbook: gate=passed -->` before the block.',
    bad: { get text() { return markdown(`
      # Fail over

      '''bash
      acmectl primary status
      '''

      Stop here if the primary answers.

      '''bash
      acmectl primary promote
      '''
    `); } },
    good: { get text() { return markdown(`
      # Fail over

      '''bash
      acmectl primary status
      '''

      Stop here if the primary answers.

      <!-- runbook: gate=passed -->
      '''bash
      acmectl primary promote
      '''
    `); } },
  },
  check: (runbook) => gatedPieces(runbook).map(({ doubt, span }) => ({ message: `"${doubt.text}" holds the next step until somebody says that it is passed`, span })),
});
