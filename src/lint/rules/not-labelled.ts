import type { Fence } from '../../model/index.ts';
import { KNOWN_PROGRAMS, markdown, scriptsWithPrompts } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const notLabelled = textRule({
  id: 'not-labelled',
  aliases: ['unlabelled-shell'],
  severity: 'info',
  onceAFile: true,
  summary: 'A block of shell commands has no language label.',
  scope: 'runbook',
  fixable: true,
  docs: {
    why: 'Forges colour it as nothing, and a run holds it until somebody says that it is meant to run. Label it `bash`, or `console` where it has prompts or shows output. `--fix` adds `console` where prompts show what is typed; it never labels a block `bash`, since that would let it run; in an editor you can. Only blocks in which every line starts with a well-known program are taken for shell, and only files that label another block are asked.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl get nodes
      '''

      '''
      $ kubectl get pods --all-namespaces
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl get nodes
      '''

      '''console
      $ kubectl get pods --all-namespaces
      '''
    `); } },
  },
  check: (runbook) => {
    const { structure } = runbook;
    // A file hears once of its labels.
    if (scriptsWithPrompts(runbook).length > 0) return [];
    // An author who labels none has another habit; a run asks about each of these blocks anyway.
    if (!structure.fences.some(({ language, shell }) => language !== '' && shell !== null)) return [];
    return structure.fences.flatMap((fence) => {
      if (!fence.fenced || !fence.closed || fence.language !== '' || fence.info.trim() !== '') return [];
      if (!fence.hasPrompts && !looksLikeShell(fence)) return [];
      const label = fence.hasPrompts ? 'console' : 'bash';
      const at = fence.infoSpan.start.offset;
      const fix = label === 'console' ? { fix: [{ start: at, end: at, text: label }] } : {};
      return [{ message: `shell commands in a block without a label; expected "${label}"`, span: { start: fence.span.start, end: fence.infoSpan.end }, ...fix }];
    });
  },
});

/** Every logical line starts with a well-known program, and none reads like output or prose. */
function looksLikeShell({ code }: Fence): boolean {
  const lines = code.text.replace(/\\\n/g, ' ').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every(isCommandLine);
}

function isCommandLine(line: string): boolean {
  const words = line.replace(/^(?:\w+=\S*\s+)+/, '').split(/\s+/);
  return KNOWN_PROGRAMS.has(words[0] ?? '') && words.length > 1 && !/[:.!?]$/.test(line);
}
