import { keepsScriptsClean, markdown, outputLines, promptWrites, relabel, scriptsWithPrompts } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const promptInFence = textRule({
  id: 'prompt-in-fence',
  severity: 'info',
  onceAFile: true,
  summary: 'A block labelled as a script has prompts before its commands.',
  scope: 'markdown',
  fixable: true,
  docs: {
    why: 'Copied from the page, `$ ` before a command is an error in the shell, and `> ` writes a file. Drop the prompts, or label the block `console`, as `--fix` does: forges then colour it as a session, and the prompts are understood. It speaks where few such blocks of the file, or of a third of the folder\'s runbooks, have any, and of `> ` in any case.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      $ kubectl get pods
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl get pods
      '''
    `); } },
  },
  keeps: keepsScriptsClean,
  check: (runbook) => {
    const prompted = scriptsWithPrompts(runbook);
    // A file hears once of its labels: where blocks also hold output, of these.
    if (prompted.some((fence) => outputLines(runbook, fence).length > 0)) return [];
    return prompted.map((fence) => {
      const writes = promptWrites(runbook, fence);
      const message = `prompts${writes ? ', of which ">" writes a file where it is pasted,' : ''} in a block labelled "${fence.language}"; expected "console", or commands without prompts`;
      return { message, span: fence.infoSpan, ...(writes ? {} : { habit: true }), ...relabel(fence) };
    });
  },
});
