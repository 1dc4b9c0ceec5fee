import { type Runbook, spanAt } from '../../model/index.ts';
import { looksTyped } from '../../shell-syntax/index.ts';
import { doubtfulPieces, isBroughtAlong, KNOWN_PROGRAMS, markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const nothing = textRule({
  id: 'nothing',
  severity: 'warning',
  onceAFile: true,
  summary: 'A block of commands in which nothing runs: each stands behind a #, or it only sets what nothing reads.',
  scope: 'runbook',
  docs: {
    why: 'Pasted, a line that begins with `#` is a comment: the step seems to pass and nothing was done. Take the root prompt away and write `sudo`, or label the block `console` and write `$ ` before what is typed. A variable that is set without `export` is seen by no program: what belongs into a settings file is not for the shell.',
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
  check: (runbook) => [...doubtfulPieces(runbook, 'nothing').map(({ doubt, span }) => ({ message: `nothing runs in this block: "${doubt.text}" is a comment for the shell; ${/^#\s*sudo\s/.test(doubt.text) ? 'expected it without the #, or no block' : 'if # is root\'s prompt, expected sudo, or "$ " before it'}`, span })), ...sessionsOfRoot(runbook), ...settingsAlone(runbook)],
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

/** Blocks that only set variables of which the file reads none: lines of a settings file, or an `export` is missing. */
function settingsAlone(runbook: Runbook): readonly Finding[] {
  return shellBlocks(runbook).flatMap(({ fence, shell: { commands, assignments, errors }, span }) => {
    const [first] = assignments;
    if (fence.step === null || first === undefined || commands.length > 0 || errors.length > 0 || assignments.some(({ name }) => isBroughtAlong(name) || isNeeded(runbook, name))) return [];
    const more = assignments.length > 1 ? ` and ${assignments.length - 1} more` : '';
    return [{ message: `nothing comes of this block: it sets ${first.name}${more}, which no command of the file reads and no program sees without "export"; label the lines of a settings file by what they are, such as "ini"`, span: span(first.start, first.end) }];
  });
}

/** Whether the file reads a variable, or a pin says something of it. */
function isNeeded({ source, pins }: Runbook, name: string): boolean {
  return pins.params.some((param) => param.name === name) || new RegExp(`\\$\\{?${name}\\b|\\bexport\\s[^\\n]*\\b${name}\\b`).test(source.text);
}
