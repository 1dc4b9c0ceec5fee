import type { Fence, Runbook } from '../../model/index.ts';
import { positionAt } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import type { Finding } from '../rule.ts';
import { textRule } from '../rule.ts';

export const promptInFence = textRule({
  id: 'prompt-in-fence',
  severity: 'info',
  onceAFile: true,
  summary: 'A block labelled as a script has prompts before its commands.',
  scope: 'markdown',
  fixable: true,
  docs: {
    why: 'Copied from the page, `$ ` before a command is an error in the shell. Drop the prompts, or label the block `console`, as `--fix` does: forges then colour it as a session, and the prompts are understood.',
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
  check: (runbook) => {
    const scripts = scriptsWithPrompts(runbook);
    // A file hears once of its labels: where blocks also hold output, of these.
    if (scripts.some((fence) => hasOutput(runbook, fence))) return [];
    return scripts.map((fence) => ({ message: `prompts in a block labelled "${fence.language}"; expected "console", or commands without prompts`, span: fence.infoSpan, ...relabel(fence) }));
  },
});

/** Blocks labelled as a script although a session was pasted into them. */
export function scriptsWithPrompts({ structure }: Runbook): readonly Fence[] {
  return structure.fences.filter(({ language, hasPrompts, fenced, closed }) => fenced && closed && hasPrompts && /^(?:bash|sh|shell|zsh)$/i.test(language));
}

/** Whether such a block also shows what the commands print: lines that are neither commands nor remarks. */
export function hasOutput({ source }: Runbook, { code, span }: Fence): boolean {
  const commandLines = new Set(code.lineOffsets.map((offset) => positionAt(source, offset).line));
  const inside = Array.from({ length: Math.max(0, span.end.line - span.start.line - 1) }, (_, index) => span.start.line + 1 + index);
  return inside.some((line) => {
    const text = source.text.slice(source.lineStarts[line - 1], source.lineStarts[line]).replace(/^[\s>]+/, '').trimEnd();
    return !commandLines.has(line) && text !== '' && !text.startsWith('#');
  });
}

/** The repair: the label becomes `console`. */
export function relabel({ language, info, infoSpan }: Fence): Pick<Finding, 'fix'> {
  const start = infoSpan.start.offset + Math.max(0, info.indexOf(language));
  return { fix: [{ start, end: start + language.length, text: 'console' }] };
}
