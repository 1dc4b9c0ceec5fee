import { type Runbook, spanAt } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

/** A command that goes on in the next line with an option. In prose the backslash is a line break, and is not shown. */
const COMMAND = /^[ \t>]*(?:\$ )?(?<first>[a-z./][^\n`]*\\)[ \t]*(?:<!--[^\n<]*-->)?\r?\n[ \t>]*--?[a-z]/gm;

export const unfencedCommand = textRule({
  id: 'unfenced-command',
  severity: 'warning',
  summary: 'A command of several lines is written as prose.',
  scope: 'markdown',
  docs: {
    why: 'Outside a block the backslash at the end of a line is a line break: the page shows the command without it, so what is copied from there runs line by line. And nothing outside a block is run.',
    bad: { get text() { return markdown(`
      # Roll back

      aws ecs update-service \\
        --cluster shop \\
        --force-new-deployment
    `); } },
    good: { get text() { return markdown(`
      # Roll back

      '''bash
      aws ecs update-service \\
        --cluster shop \\
        --force-new-deployment
      '''
    `); } },
  },
  check: ({ structure, source }: Runbook) =>
    structure.texts.flatMap(({ span }) => {
      const [match] = source.text.slice(span.start.offset, span.end.offset).matchAll(COMMAND);
      if (match === undefined) return [];
      const start = span.start.offset + match.index + match[0].indexOf(match.groups?.['first'] ?? '');
      return [{ message: 'a command outside a block shows without its backslashes: expected a block around it', span: spanAt(source, start, start + (match.groups?.['first'] ?? '').length) }];
    }),
});
