import { spanAt } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const lostPlaceholder = textRule({
  id: 'lost-placeholder',
  severity: 'warning',
  summary: 'Prose says to replace something that no command holds.',
  scope: 'runbook',
  docs: {
    why: 'The command holds the value of another day where the placeholder should be, and runs with it. Write the placeholder into the command, in the same words.',
    bad: { get text() { return markdown(`
      # Resend the alerts

      Run the task, replacing \`<EDITION_ID>\` with the id from above:

      '''bash
      kubectl exec deploy/mailer -- rake alerts:trigger[68da7ebffa37]
      '''
    `); } },
    good: { get text() { return markdown(`
      # Resend the alerts

      Run the task, replacing \`<EDITION_ID>\` with the id from above:

      '''bash
      kubectl exec deploy/mailer -- rake alerts:trigger[<EDITION_ID>]
      '''
    `); } },
  },
  check: ({ structure, source }) =>
    structure.texts.flatMap(({ span }) =>
      [...source.text.slice(span.start.offset, span.end.offset).matchAll(REPLACE)].flatMap((match) => {
        const mark = match.groups?.['mark'] ?? '';
        const start = span.start.offset + match.index + match[0].lastIndexOf(mark);
        const elsewhere = source.text.slice(0, start) + source.text.slice(start + mark.length);
        return elsewhere.toLowerCase().includes(mark.replace(/^\$?[{<[]+|[}>\]]+$/g, '').toLowerCase()) ? [] : [{ message: `nothing in this file holds ${mark}, which is to be replaced`, span: spanAt(source, start, start + mark.length) }];
      }),
    ),
});

/** "replacing `<ID>` with", "change `CLUSTER_NAME` to". */
const REPLACE = /\b(?:[Rr]eplac(?:e|ing)|[Ss]ubstitut(?:e|ing)|[Cc]hang(?:e|ing))\s+(?:the\s+)?(?:\w+\s+)?`(?<mark><[^`<>]+>|\[[^`\]]+\]|\$?\{\{?[^`{}]+\}\}?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g;
