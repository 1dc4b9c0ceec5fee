import { type CodeRange, isInside, lineAt, lineStart } from '../../model/index.ts';
import { commandInProse, HTML_ELEMENTS } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const invisiblePlaceholder = textRule({
  id: 'invisible-placeholder',
  severity: 'warning',
  summary: 'A placeholder in prose is taken for HTML and vanishes when rendered.',
  scope: 'markdown',
  fixable: true,
  onceAFile: true,
  docs: {
    why: 'In `roll back to <version>` without backquotes a forge takes `<version>` for an element and shows "roll back to". `--fix` puts backquotes around it.',
    bad: { text: '# Rollback\n\nRoll back to <version>, then tell the team.\n' },
    good: { text: '# Rollback\n\nRoll back to `<version>`, then tell the team.\n' },
  },
  check: ({ structure, source }) => {
    const closed = new Set(structure.html.flatMap(({ value }) => (/^<\/\s*([\w-]+)/.exec(value)?.[1] ?? '').toLowerCase()));
    return structure.html.flatMap(({ value, span }) => {
      const name = /^<([A-Za-z][\w-]*)(?: [\w -]*)?>$/.exec(value)?.[1]?.toLowerCase();
      if (name === undefined || HTML_ELEMENTS.has(name) || closed.has(name)) return [];
      // A command in prose is told as a whole.
      if (structure.texts.some((text) => isInside(span, text.span) && commandInProse(source.text, text.span) !== null)) return [];
      const { start, end } = { start: span.start.offset, end: span.end.offset };
      const quotable = source.text.slice(start, end) === value && source.text[start - 1] !== '`' && source.text[end] !== '`';
      // Backquotes within a command would run what stands between them, once it is copied into a shell.
      if (isInCommand(source.text, start)) return [{ message: `${value} is taken for HTML and shows as nothing; expected the command in a block`, span }];
      const word = wholeWord(source.text, { start, end });
      const fix = [{ start: word.start, end: word.start, text: '`' }, { start: word.end, end: word.end, text: '`' }];
      return [{ message: `${value} is taken for HTML and shows as nothing; expected \`${source.text.slice(word.start, word.end)}\` in backquotes`, span, ...(quotable ? { fix } : {}) }];
    });
  },
});

/** The address or path that a placeholder is a part of, up to where a sentence goes on; the placeholder alone beside other signs of Markdown. */
function wholeWord(text: string, { start, end }: CodeRange): CodeRange {
  const before = /[\w:/.@%+=-]*$/.exec(text.slice(lineStart(text, start), start))?.[0] ?? '';
  const after = (/^[\w:/.@%+=?&#-]*/.exec(text.slice(end, end + 200))?.[0] ?? '').replace(/[.:?]+$/, '');
  const word = { start: start - before.length, end: end + after.length };
  const stands = /^(?:[\s(]|$)/.test(text.charAt(word.start - 1)) && /^(?:[\s).,:;!?]|$)/.test(text.charAt(word.end));
  return before.includes('/') && stands ? word : { start, end };
}

/** Whether a line goes on with a backslash, or the one above it does: a command that was written as prose. */
function isInCommand(text: string, at: number): boolean {
  const above = Math.max(0, lineStart(text, at) - 1);
  return [lineAt(text, at), lineAt(text, above)].some((line) => /[ \t]\\\s*$/.test(line));
}
