import { type Fence, spanAt } from '../../model/index.ts';
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
        const others = `${source.text.slice(0, start)} ${source.text.slice(start + mark.length)}`;
        return others.includes(mark) || isInCode(others, structure.fences, mark) ? [] : [{ message: `nothing in this file holds ${mark}, which is to be replaced`, span: spanAt(source, start, start + mark.length) }];
      }),
    ),
});

/** Whether code, in a block or in backquotes, has the words of a placeholder in any form: `$CLUSTER` for `<cluster>`. */
function isInCode(text: string, fences: readonly Fence[], mark: string): boolean {
  const words = mark.replace(/^\$?[{<[]+|[}>\]]+$/g, '').toLowerCase();
  const isThere = (code: string): boolean => code.toLowerCase().split(words).some((before, index, parts) => !/[\p{L}\d]$/u.test(before) && index + 1 < parts.length && !/^[\p{L}\d]/u.test(parts[index + 1] ?? ''));
  return [...fences.map(({ code }) => code.text), ...(text.match(/`[^`\n]+`/g) ?? [])].some(isThere);
}

/** "replacing `<ID>` with", "change `CLUSTER_NAME` to", "replace `web-7` below". */
const REPLACE = /\b(?:[Rr]eplac(?:e|ing)|[Ss]ubstitut(?:e|ing)|[Cc]hang(?:e|ing))\s+(?:the\s+)?(?:\w+\s+)?`(?<mark><[^`<>]+>|\[[^`\]]+\]|\$?\{\{?[^`{}]+\}\}?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[^`\s]{3,}(?=`\s+(?:below|in\s+the\s+(?:commands?|following)\b)))`/g;
