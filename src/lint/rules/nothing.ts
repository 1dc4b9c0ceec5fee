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
  const alone = shellBlocks(runbook).filter(({ fence, shell }) => fence.step !== null && shell.assignments.length > 0 && shell.commands.length === 0 && shell.errors.length === 0);
  const needed = alone.length === 0 ? new Set<string>() : neededNames(runbook);
  return alone.flatMap(({ shell: { assignments }, span }) => {
    const [first] = assignments;
    if (first === undefined || assignments.some(({ name }) => isBroughtAlong(name) || needed.has(name))) return [];
    const more = assignments.length > 1 ? ` and ${assignments.length - 1} more` : '';
    return [{ message: `nothing comes of this block: it sets ${first.name}${more}, which no command of the file reads and no program sees without "export"; label the lines of a settings file by what they are, such as "ini"`, span: span(first.start, first.end) }];
  });
}

/** The variables that the file reads or exports, or that a pin says something of. */
function neededNames({ source: { text }, pins }: Runbook): ReadonlySet<string> {
  const read = [...text.matchAll(/\$\{?(?<name>\w+)/g)].map(({ groups }) => groups?.['name'] ?? '');
  const exported = [...text.matchAll(/\bexport\s(?<names>[^\n]*)/g)].flatMap(({ groups }) => (groups?.['names'] ?? '').match(/\w+/g) ?? []);
  return new Set([...read, ...exported, ...pins.params.map(({ name }) => name)]);
}
