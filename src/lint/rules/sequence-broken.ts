import type { Located, Structure } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import type { Finding } from '../rule.ts';
import { textRule } from '../rule.ts';

type OrderedList = Structure['orderedLists'][number];

export const sequenceBroken = textRule({
  id: 'sequence-broken',
  severity: 'warning',
  summary: 'A numbered list restarts or skips a number.',
  scope: 'runbook',
  fixable: true,
  docs: {
    why: '"I am at step 3" has to mean one step. A list cut by a block that is not indented starts anew at 1 when rendered; indent the block under its item, or go on with the right number, as `--fix` does where the width of the number stays.',
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
  check: ({ structure }) => {
    const lastNumbers: number[] = [];
    return structure.orderedLists.flatMap((list) => {
      const first = list.numbers[0]?.value ?? 1;
      const before = list.continues === null ? null : (lastNumbers[list.continues] ?? null);
      const expected = before === null ? first : before + 1;
      lastNumbers.push(expected + list.numbers.length - 1);
      return judge(list, first, expected, before);
    });
  },
});

function judge({ numbers }: OrderedList, first: number, expected: number, before: number | null): readonly Finding[] {
  if (before !== null && first !== expected) {
    const start = numbers[0];
    return start === undefined ? [] : [finding(start, expected, `the list goes on after ${before} and restarts at ${first}; expected ${expected}`)];
  }
  if (numbers.every(({ value }) => value === first)) return [];
  const wrong = numbers.findIndex(({ value }, index) => value !== first + index);
  const number = numbers[wrong];
  return number === undefined ? [] : [finding(number, first + wrong, `written ${number.value} and rendered ${first + wrong}, after ${numbers[wrong - 1]?.value}`)];
}

function finding({ value, span }: Located<number>, expected: number, message: string): Finding {
  const start = span.start.offset;
  const [was, becomes] = [String(value), String(expected)];
  return { message, span, ...(was.length === becomes.length ? { fix: [{ start, end: start + was.length, text: becomes }] } : {}) };
}
