import type { Runbook } from '../../model/index.ts';
import { markdown, titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingTitle = textRule({
  id: 'missing-title',
  severity: 'warning',
  summary: 'A runbook has no heading of the first level.',
  scope: 'runbook',
  docs: {
    why: 'The title is what a list of runbooks, a run\'s report and the person who was sent the link see first. It speaks where a third of the folder\'s runbooks have one.',
    bad: { get text() { return markdown(`
      ## Procedure

      '''bash
      kubectl get pods
      '''
    `); } },
    good: { get text() { return markdown(`
      # Pods are crash-looping

      ## Procedure

      '''bash
      kubectl get pods
      '''
    `); } },
  },
  keeps: hasTitle,
  check: (runbook) => (hasTitle(runbook) ? [] : [{ message: 'no title: expected a "# …" heading that says what this runbook is for', span: titleSpan(runbook), habit: true }]),
});

function hasTitle(runbook: Runbook): boolean {
  // Front matter that is not at the top is a heading; another rule says so.
  if (runbook.title?.value.startsWith('title: ') === true) return true;
  return runbook.structure.headings.some(({ depth }) => depth === 1) || opensWithHeading(runbook) || runbook.metadata.entries.some(({ key }) => key.toLowerCase() === 'title');
}

/** Words of a heading that names more than a part of a runbook. */
const TITLE_WORDS = 3;

/** Whether the first thing that is shown is a heading, of whatever depth, that names no part of a runbook or that all others stand below: readers take it for the title. */
function opensWithHeading({ structure: { headings, frontMatter }, sections, source }: Runbook): boolean {
  const [first, ...others] = headings;
  if (first === undefined) return false;
  const isAbove = others.length > 0 && others.every(({ depth }) => depth > first.depth) && first.text.split(/\s+/).length >= TITLE_WORDS;
  if (!isAbove && sections.some(({ headingSpan, roleFrom }) => headingSpan.start.line === first.span.start.line && roleFrom !== null)) return false;
  return source.text.slice(frontMatter?.end.offset ?? 0, first.span.start.offset).replace(/<!--[\s\S]*?-->|!?\[[^\]]*\]\([^)]*\)|\ufeff/g, '').trim() === '';
}
