import { spanAt } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const unfinished = textRule({
  id: 'unfinished',
  severity: 'warning',
  summary: 'The page says itself that it is not finished.',
  scope: 'runbook',
  docs: {
    why: 'A TODO that is met at three in the morning is a dead end. Write what is missing, or take the sentence out until it is known; what is left open is better kept where work is planned.',
    bad: { get text() { return markdown(`
      # Failover

      TODO: describe how to promote the replica.
    `); } },
    good: { get text() { return markdown(`
      # Failover

      Promote the replica with the console.
    `); } },
  },
  check: ({ structure, source }) =>
    [...structure.texts, ...structure.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))].flatMap(({ value, span }) => {
      const match = MARK.exec(value);
      const at = span.start.offset + (match?.index ?? 0);
      return match === null ? [] : [{ message: `"${match[0]}" is left here: what is missing, or who is to ask?`, span: spanAt(source, at, at + match[0].length) }];
    }),
});

/** Not "the TODO list", and not a name such as TODO_FILE. */
const MARK = /(?<![\w./-])(?:TODO|FIXME|TBD|TBC|XXX)(?![\w./-]*\w)(?!\s+(?:lists?|comments?|items?)\b)/;
