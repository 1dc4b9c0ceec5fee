import { type Runbook, spanAt } from '../../model/index.ts';
import { looksTyped } from '../../shell-syntax/index.ts';
import { doubtfulPieces, KNOWN_PROGRAMS, markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const nothing = textRule({
  id: 'nothing',
  severity: 'warning',
  onceAFile: true,
  summary: 'A block of commands in which nothing runs: each stands behind a #.',
  scope: 'runbook',
  docs: {
    why: 'Pasted, a line that begins with `#` is a comment: the step seems to pass and nothing was done. Take the root prompt away and write `sudo`, or label the block `console` and write `$ ` before what is typed.',
    bad: { get text() { return markdown(`
      # Restart consul

      '''bash
      # systemctl restart consul
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restart consul

      '''bash
      sudo systemctl restart consul
      '''
    `); } },
  },
  check: (runbook) => [...doubtfulPieces(runbook, 'nothing').map(({ doubt, span }) => ({ message: `nothing runs in this block: "${doubt.text}" is a comment for the shell; if # is root's prompt, expected sudo, or "$ " before it`, span })), ...sessionsOfRoot(runbook)],
});

const SESSION = /^(?:console|shell-?session|terminal)$/i;

/** Sessions whose only prompt is `#`: with output below, all of it is taken for output. */
function sessionsOfRoot({ structure, source }: Runbook): readonly Finding[] {
  return structure.fences.flatMap(({ language, closed, hasPrompts, shell, code }) => {
    if (!SESSION.test(language) || !closed || hasPrompts || shell !== null) return [];
    const lines = code.text.split('\n');
    const index = lines.findIndex((line) => looksTyped(line) && KNOWN_PROGRAMS.has(line.split(/[\s#]+/)[1] ?? ''));
    const start = code.lineOffsets[index];
    const text = lines[index]?.trimEnd() ?? '';
    return start === undefined ? [] : [{ message: `nothing runs in this block: "${text.trim()}" is taken for output; expected "$ " before what is typed`, span: spanAt(source, start, start + text.length) }];
  });
}
