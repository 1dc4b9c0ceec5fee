import type { Runbook, Span } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const literalPlaceholder = textRule({
  id: 'literal-placeholder',
  severity: 'warning',
  summary: 'A command holds a mark to fill in that a shell takes for a word.',
  scope: 'runbook',
  docs: {
    why: 'Forgotten, `<name>` is an error in the shell, but `[name]` and `ACCOUNT_ID` are arguments like any other: the command runs, on something that is called so. Write `<name>`; a run asks for all of them.',
    bad: { get text() { return markdown(`
      # Connect

      '''bash
      psql --host [rds-hostname] shop
      '''
    `); } },
    good: { get text() { return markdown(`
      # Connect

      '''bash
      psql --host <rds-hostname> shop
      '''
    `); } },
  },
  check: (runbook) => [...Map.groupBy([...parametersPassed(runbook), ...partsPassed(runbook)], ({ span }) => span.start.line).values()].flatMap(asOne),
});

interface Passed {
  readonly written: string;
  readonly name: string;
  readonly span: Span;
}

/** What one line passes, as one finding at the first of them. */
function asOne([...passed]: readonly Passed[]): readonly Finding[] {
  const [first, ...more] = passed.sort((a, b) => a.span.start.offset - b.span.start.offset);
  if (first === undefined) return [];
  const names = passed.map(({ name }) => `<${name}>`).join(' and ');
  return [{ message: `${passed.map(({ written }) => written).join(' and ')} ${more.length === 0 ? 'is passed as it stands' : 'are passed as they stand'} where nobody fills ${more.length === 0 ? 'it' : 'them'} in; expected ${names}`, span: first.span }];
}

function parametersPassed({ parameters, steps }: Runbook): readonly Passed[] {
  return parameters.filter(({ kind, written }) => kind === 'placeholder' && TAKEN_FOR_A_WORD.test(written)).flatMap(({ name, written }) => {
      const slot = steps.flatMap((step) => (step.kind === 'command' ? step.slots : [])).find((each) => each.kind === 'parameter' && each.parameter === name && each.literal === written);
      return slot === undefined ? [] : [{ written, name, span: slot.span }];
    });
}

/** `[name]`, `ACCOUNT_ID`, `disk/4284-........`; not `YOUR_APP` and `CHANGEME`, which nobody overlooks. */
const TAKEN_FOR_A_WORD = /^(?:\[.+\]|(?!YOUR_|MY_|CHANGE|REPLACE|PASTE_|INSERT_)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\S+(?:\.{4,}|…))$/;

/** Words in brackets that are a part of an argument: `prod-[environment]`; no range of letters, no index, and nothing in quotes. */
const PART = /^[\w./:=-]+(?<mark>\[[a-z]{3,}(?:[-_][a-z]+)*\])/;

function partsPassed(runbook: Runbook): readonly Passed[] {
  return shellBlocks(runbook).filter(({ fence }) => fence.step !== null).flatMap(({ shell, span }) =>
    shell.commands.flatMap(({ args, name }) =>
      args.flatMap(({ raw, start }): Passed[] => {
        const mark = PART.exec(raw)?.groups?.['mark'];
        if (mark === undefined || name === 'rake' || /^-?-[\w-]*=?\.|^\.|^\w+\[/.test(raw)) return [];
        const at = start + raw.indexOf(mark);
        return [{ written: mark, name: mark.slice(1, -1), span: span(at, at + mark.length) }];
      }),
    ),
  );
}
