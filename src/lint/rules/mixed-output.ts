import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';
import { hasOutput, relabel, scriptsWithPrompts } from './prompt-in-fence.ts';

export const mixedOutput = textRule({
  id: 'mixed-output',
  severity: 'info',
  onceAFile: true,
  summary: 'A block labelled as a script also holds what its commands print.',
  scope: 'markdown',
  fixable: true,
  docs: {
    why: 'Pasted into a shell, the sample output would run as commands. Put the output into a block of its own, or label the block `console`, as `--fix` does.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      $ kubectl get pods
      NAME    READY   STATUS
      api-0   0/1     CrashLoopBackOff
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''console
      $ kubectl get pods
      NAME    READY   STATUS
      api-0   0/1     CrashLoopBackOff
      '''
    `); } },
  },
  check: (runbook) =>
    scriptsWithPrompts(runbook)
      .filter((fence) => hasOutput(runbook, fence))
      .map((fence) => ({ message: `commands and their output in a block labelled "${fence.language}"; expected "console"`, span: fence.infoSpan, ...relabel(fence) })),
});
