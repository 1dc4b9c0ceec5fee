import { type Edit, type Located, type Runbook, spanAt, type Structure } from '../../model/index.ts';
import { lostDot, markdown, numberMentioned } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

type OrderedList = Structure['orderedLists'][number];

/** A list's numbers and what they should be. */
interface Numbering {
  readonly list: OrderedList;
  readonly first: number;
}

export const sequenceBroken = textRule({
  id: 'sequence-broken',
  severity: 'warning',
  summary: 'A numbered list restarts or skips a number.',
  scope: 'runbook',
  fixable: true,
  onceAFile: true,
  docs: {
    why: '"I am at step 3" has to mean one step. A list cut by a block that is not indented starts anew at 1 when rendered; indent the block under its item, or go on with the right numbers, as `--fix` does for the whole list, where no sentence speaks of them.',
    bad: { get text() { return markdown(`
      # Renew the certificate

      1. Make a request:

      '''bash
      openssl req -new -key site.key
      '''

      1. Send it to the authority.
    `); } },
    good: { get text() { return markdown(`
      # Renew the certificate

      1. Make a request:

         '''bash
         openssl req -new -key site.key
         '''

      2. Send it to the authority.
    `); } },
  },
  check: (runbook) => {
    const lastNumbers: number[] = [];
    // Below a block that is not closed some items became code, so that no number there can be told to be wrong.
    const mixedUp = runbook.diagnostics.find(({ rule }) => rule === 'unclosed-fence')?.span.start.offset ?? Infinity;
    return runbook.structure.orderedLists.filter(({ span }) => span.start.offset < mixedUp).flatMap((list) => {
      const written = list.numbers[0]?.value ?? 1;
      const before = list.continues === null ? null : (lastNumbers[list.continues] ?? null);
      const first = before === null ? written : before + 1;
      lastNumbers.push(first + list.numbers.length - 1);
      return judge(runbook, { list, first }, before);
    });
  },
});

function judge(runbook: Runbook, { list, first }: Numbering, before: number | null): readonly Finding[] {
  const { numbers } = list;
  const [start] = numbers;
  if (start === undefined) return [];
  if (before !== null && start.value !== first) return [renumbered(runbook, { list, first }, start, `the list goes on after ${before} and restarts at ${start.value}; expected ${first}`)];
  if (numbers.every(({ value }) => value === start.value)) return [];
  const wrong = numbers.findIndex(({ value }, index) => value !== first + index);
  const [number, above] = [numbers[wrong], numbers[wrong - 1]];
  if (number === undefined || above === undefined) return [];
  const lost = lostDot(runbook.source.text, above, number);
  if (lost === null) {
    const finding = renumbered(runbook, { list, first }, number, `written ${number.value}, and shown as ${first + wrong}: the item above is ${above.value}`);
    // `1.` again is how lists are written whose numbers the page counts; such a list may end otherwise.
    return [number.value === 1 && start.value === 1 && finding.related === undefined ? { ...finding, hint: true } : finding];
  }
  const { digits, end } = lost;
  return [{ message: `"${digits}" has lost its dot and is text of item ${above.value}, so that ${number.value} is shown as ${first + wrong}`, span: spanAt(runbook.source, end - digits.length, end), fix: [{ start: end, end, text: '.' }] }];
}

/** The list with new numbers, all of them or none; where prose speaks of the numbers, a person has to say which are meant. */
function renumbered(runbook: Runbook, { list, first }: Numbering, at: Located<number>, message: string): Finding {
  const mention = numberMentioned(runbook, list.span);
  const said = mention === null ? '' : `; line ${mention.span.start.line} speaks of "${mention.value}"`;
  const edits = mention === null ? newNumbers(runbook.source.text, list, first) : null;
  return { message: message + said, span: at.span, ...(edits === null ? {} : { fix: edits }), ...(mention === null ? {} : { related: { message: 'speaks of the numbers', span: mention.span } }) };
}

/** An edit for each wrong number; `null` where a longer or shorter one would move the text below its item. */
function newNumbers(text: string, { numbers, span }: OrderedList, first: number): readonly Edit[] | null {
  const edits: Edit[] = [];
  for (const [index, { value, span: place }] of numbers.entries()) {
    const [was, becomes] = [String(value), String(first + index)];
    if (was === becomes) continue;
    const item = text.slice(place.start.offset, numbers[index + 1]?.span.start.offset ?? span.end.offset);
    if (was.length !== becomes.length && item.trim().includes('\n')) return null;
    edits.push({ start: place.start.offset, end: place.start.offset + was.length, text: becomes });
  }
  return edits;
}
