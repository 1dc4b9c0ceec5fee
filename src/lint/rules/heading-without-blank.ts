import { spanAt } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const headingWithoutBlank = textRule({
  id: 'heading-without-blank',
  severity: 'warning',
  summary: 'A line looks like a heading and is none, since no blank follows its #.',
  scope: 'markdown',
  fixable: true,
  docs: {
    why: 'It shows as text with marks before it, is missing from the contents, and links to it lead nowhere. `--fix` puts the blank in.',
    bad: { get text() { return markdown(`
      # Diagnose

      ##Look at the log

      Read it.
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      ## Look at the log

      Read it.
    `); } },
  },
  check: ({ structure, source }) =>
    structure.texts.flatMap(({ value, span }) =>
      [...value.matchAll(/^(?<marks>#{2,6})(?!#)/gm)].flatMap((match) => {
        const marks = match.groups?.['marks'] ?? '';
        const start = span.start.offset + match.index;
        const end = start + marks.length;
        // Asked of the source, as code is blank in the text.
        if (!/[\p{L}\d`*[]/u.test(source.text.charAt(end))) return [];
        return [{ message: `no heading: expected a blank after "${marks}"`, span: spanAt(source, start, end), fix: [{ start: end, end, text: ' ' }] }];
      }),
    ),
});
