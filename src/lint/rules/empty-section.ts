import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const emptySection = textRule({
  id: 'empty-section',
  severity: 'warning',
  summary: 'A section has a heading and nothing else.',
  onceAFile: true,
  scope: 'runbook',
  docs: {
    why: 'The contents promise an answer, and there is none. Write it, or take the heading out. A section that only holds further sections is not empty.',
    bad: { get text() { return markdown(`
      # Failover

      ## Rollback

      ## Verify

      Look at the lag.
    `); } },
    good: { get text() { return markdown(`
      # Failover

      ## Rollback

      Promote the old primary again.

      ## Verify

      Look at the lag.
    `); } },
  },
  check: ({ structure: { headings }, source }) => {
    const hasTitle = headings.some(({ depth }) => depth === 1);
    return headings.flatMap(({ depth, text, span }, index) => {
      // Where no heading is of the first level the first one is the title.
      const isTitle = index === 0 && !hasTitle;
      const next = headings[index + 1];
      const below = source.text.slice(span.end.offset, next?.span.start.offset ?? source.text.length).replace(/<!--[\s\S]*?-->|^\[[^\]\n]*\]:[ \t]*#[^\n]*$|^[ \t>]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '');
      // A sentence written as a heading goes on in the one right below it.
      const goesOn = next?.depth === depth && next.span.start.line === span.end.line + 1 && text.split(/\s+/).length >= 5;
      const isEmpty = /^[\s>]*$/.test(below) && depth > 1 && /\p{L}/u.test(text) && (next === undefined || next.depth <= depth);
      return isEmpty && !isTitle && !goesOn ? [{ message: `nothing stands below "${text}"`, span }] : [];
    });
  },
});
