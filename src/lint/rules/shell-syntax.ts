import { markdown, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const shellSyntax = textRule({
  id: 'shell-syntax',
  severity: 'error',
  summary: 'A shell block does not parse.',
  scope: 'markdown',
  docs: {
    why: 'The shell would stop here, in the middle of an incident. Prompts are stripped and placeholders such as `<app>` are masked before parsing, so what is left is a real defect: a lost quote, a missing `done`, or output in a block labelled as commands.',
    bad: {
      get text() { return markdown(`
        # Restart the workers

        '''bash
        for pod in worker-1 worker-2; do
          kubectl delete pod "$pod"
        '''
      `); },
    },
    good: {
      get text() { return markdown(`
        # Restart the workers

        '''bash
        for pod in worker-1 worker-2; do
          kubectl delete pod "$pod"
        done
        '''
      `); },
    },
  },
  check: (runbook) =>
    shellBlocks(runbook).flatMap(({ shell, span }) => {
      if (shell.heredocs.some((heredoc) => !heredoc.closed)) return [];
      const typedElsewhere = (offset: number) => shell.remotes.some(({ typed }) => offset >= typed.start && offset < typed.end);
      const error = shell.errors.find(({ offset }) => !typedElsewhere(offset));
      return error === undefined ? [] : [{ message: `the shell cannot read this: ${error.message}`, span: span(error.offset, error.offset + 1) }];
    }),
});
