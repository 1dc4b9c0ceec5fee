import { type Runbook, spanAt } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const unfinished = textRule({
  id: 'unfinished',
  severity: 'warning',
  onceAFile: 'by message',
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
  check: (runbook) => [...inProse(runbook), ...inComments(runbook)],
});

function inProse({ structure, source, templates, histories }: Runbook): readonly Finding[] {
  // Blanks of a message to send, and of runs that are still to come, are filled in when it is time.
  const left = [...templates, ...histories].map(({ span }) => span);
  return [...structure.texts, ...structure.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))].flatMap(({ value, span }) => {
    const match = MARK.exec(value) ?? OPEN_YET.exec(value);
    if (match === null || (!match[0].startsWith('[') && isBlank(value, match.index)) || left.some(({ start, end }) => span.start.offset < end.offset && start.offset < span.end.offset)) return [];
    const at = span.start.offset + match.index;
    return [{ message: said(match[0]), span: spanAt(source, at, at + match[0].length) }];
  });
}

/** Comments of commands that begin with it. */
function inComments(runbook: Runbook): readonly Finding[] {
  return shellBlocks(runbook).flatMap(({ fence, shell, span }) =>
    shell.comments.flatMap(({ text, start }) => {
      const match = MARK.exec(text);
      if (match?.index !== 0) return [];
      const at = fence.code.text.indexOf(match[0], start);
      return [{ message: said(match[0]), span: span(at, at + match[0].length) }];
    }),
  );
}

const said = (mark: string): string => `"${mark}" is left here: what is missing, or who is to ask?`;

/** Not "the TODO list", and not a name such as TODO_FILE; `_TODO_` is in italics. */
const MARK = /(?<=(?:^|[^\w./-])_{0,2})(?:TODO|FIXME|TBD|TBC|XXX)(?!(?!_{1,2}(?:\W|$))[\w./-]*\w)(?!\s+(?:lists?|comments?|items?)\b)/;

/** The same in words between brackets: "[to be confirmed]". */
const OPEN_YET = /\[to be (?:added|announced|confirmed|decided|defined|determined|documented|written)\](?![([])/i;

/** In brackets: "[link or TBD]". */
function isBlank(text: string, at: number): boolean {
  return text.lastIndexOf('[', at) > text.lastIndexOf(']', at);
}
