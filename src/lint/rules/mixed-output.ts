import { keepsScriptsClean, markdown, outputLines, promptWrites, relabel, scriptsWithPrompts, wouldRun } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const mixedOutput = textRule({
  id: 'mixed-output',
  severity: 'info',
  onceAFile: true,
  summary: 'A block labelled as a script also holds what its commands print.',
  scope: 'markdown',
  fixable: true,
  docs: {
    why: 'Pasted into a shell, the sample output would run as commands. Put the output into a block of its own, or label the block `console`, as `--fix` does. It speaks where a line of the output would do something in a shell. Editors show the others too where nearly all such blocks of the file, or of a third of the folder\'s runbooks, hold commands alone; `lint` tells them where you name the rule.',
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
  keeps: keepsScriptsClean,
  check: (runbook) =>
    scriptsWithPrompts(runbook).flatMap((fence) => {
      const output = outputLines(runbook, fence);
      if (output.length === 0) return [];
      const harmful = output.some(wouldRun) || promptWrites(runbook, fence);
      const message = `commands and their output${harmful ? ', which would do something where it is pasted,' : ''} in a block labelled "${fence.language}"; expected "console"`;
      return [{ message, span: fence.infoSpan, ...(harmful ? {} : { habit: true, hint: true }), ...relabel(fence) }];
    }),
});
