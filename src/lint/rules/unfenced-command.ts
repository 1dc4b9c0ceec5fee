import { type Runbook, spanAt } from '../../model/index.ts';
import { commandInProse, markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const unfencedCommand = textRule({
  id: 'unfenced-command',
  severity: 'warning',
  onceAFile: true,
  summary: 'A command is written as prose.',
  scope: 'markdown',
  docs: {
    why: 'Nothing outside a block is run, and the page joins its lines into one. The backslash at the end of a line is a line break there: the page shows the command without it, so what is copied from there runs line by line.',
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
  check: ({ structure, source, diagnostics }: Runbook) => {
    // Below a fence that is not closed blocks and prose have changed places, which one finding says.
    const isMixedUp = diagnostics.some(({ rule }) => rule === 'unclosed-fence');
    const headings = new Set(structure.headings.map(({ span }) => span.start.offset));
    return structure.texts.flatMap(({ span }): readonly Finding[] => {
      const found = commandInProse(source.text, span);
      if (found === null || (found.kind !== 'cut' && (isMixedUp || headings.has(span.start.offset)))) return [];
      return [{ message: MESSAGES[found.kind], span: spanAt(source, found.start, found.end) }];
    });
  },
});

const MESSAGES = {
  cut: 'a command outside a block shows without its backslashes: expected a block around it',
  several: 'commands outside a block show as one line of prose: expected a block around them',
  one: 'a command outside a block is prose, which nothing runs: expected a block around it',
};
