import { markdown, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const unterminatedHeredoc = textRule({
  id: 'unterminated-heredoc',
  severity: 'error',
  summary: 'A heredoc has no line with its closing word.',
  scope: 'markdown',
  docs: {
    why: 'Everything up to the end of the block becomes text of the heredoc; commands after it never run, and bash only warns. The closing word has to stand alone on its line, without blanks around it (tabs before it with `<<-`).',
    bad: {
      get text() { return markdown(`
        # Scale down

        '''bash
        kubectl apply -f - <<EOF
        kind: ConfigMap
          EOF
        kubectl get configmap
        '''
      `); },
    },
    good: {
      get text() { return markdown(`
        # Scale down

        '''bash
        kubectl apply -f - <<EOF
        kind: ConfigMap
        EOF
        kubectl get configmap
        '''
      `); },
    },
  },
  check: (runbook) =>
    shellBlocks(runbook).flatMap(({ shell, span }) =>
      shell.heredocs
        .filter((heredoc) => !heredoc.closed)
        .map((heredoc) => ({
          message: `no line of this block is exactly "${heredoc.delimiter}", so the rest of the block is text of the heredoc`,
          span: span(heredoc.start, Math.min(heredoc.end, lineEnd(shell.masked, heredoc.start))),
        })),
    ),
});

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
