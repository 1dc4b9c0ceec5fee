import { type Runbook, startsIn } from '../../model/index.ts';
import { markdown, type ShellBlock, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const unparsed = textRule({
  id: 'unparsed',
  aliases: ['shell-syntax', 'unterminated-heredoc'],
  severity: 'error',
  summary: 'A shell block does not parse.',
  scope: 'markdown',
  docs: {
    why: 'The shell would stop here, in the middle of an incident. Prompts are stripped and placeholders such as `<app>` are masked before parsing, so what is left is a real defect: a lost quote, a missing `done`, or a heredoc whose closing word does not stand alone on its line: everything after it is text, and bash only warns.',
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
  check: (runbook) => shellBlocks(runbook).flatMap((block) => (isElsewhere(runbook, block) ? [] : (openHeredoc(block) ?? syntaxError(block) ?? []))),
});

/** What is typed at the prompts of another program, a query for instance, is no shell. */
function isElsewhere({ steps }: Runbook, { fence }: ShellBlock): boolean {
  const step = fence.step === null ? undefined : steps[fence.step];
  return step?.kind === 'command' && step.pieces.length > 0 && step.pieces.every(({ doubts }) => doubts.some(({ kind }) => kind === 'elsewhere'));
}

function openHeredoc({ shell, span }: ShellBlock): Finding | null {
  const heredoc = shell.heredocs.find(({ closed }) => !closed);
  if (heredoc === undefined) return null;
  const { delimiter, start, end } = heredoc;
  const lineEnd = shell.masked.indexOf('\n', start);
  return { message: `no line of this block is exactly "${delimiter}", so the rest of the block is text of the heredoc`, span: span(start, Math.min(end, lineEnd === -1 ? end : lineEnd)) };
}

function syntaxError({ shell, span }: ShellBlock): Finding | null {
  const typedElsewhere = (offset: number) => shell.remotes.some(({ typed }) => startsIn({ start: offset }, typed));
  const error = shell.errors.find(({ offset }) => !typedElsewhere(offset));
  return error === undefined ? null : { message: `the shell cannot read this: ${error.message}`, span: span(error.offset, error.offset + 1) };
}
