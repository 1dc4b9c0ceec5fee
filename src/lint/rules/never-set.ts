import type { Runbook } from '../../model/index.ts';
import { isBroughtAlong, markdown, shellBlocks } from '../facts/index.ts';
import type { Finding } from '../rule.ts';
import { textRule } from '../rule.ts';

export const neverSet = textRule({
  id: 'never-set',
  severity: 'warning',
  summary: 'A variable is read, set nowhere in the file, and no sentence names it.',
  scope: 'runbook',
  docs: {
    why: 'The command runs with an empty value: `rm -rf /data/$DIR/old` is then another command. Set it in the block, or say above it what it has to hold. Variables that a shell or a cloud tool brings along are left out.',
    bad: { get text() { return markdown(`
      # Clean up

      '''bash
      rm -rf /var/data/$CHUNK_DIR/old
      '''
    `); } },
    good: { get text() { return markdown(`
      # Clean up

      Set \`CHUNK_DIR\` to the folder that the alert names.

      '''bash
      rm -rf /var/data/$CHUNK_DIR/old
      '''
    `); } },
  },
  check: (runbook) => {
    const blocks = shellBlocks(runbook).filter(({ fence }) => fence.step !== null);
    const set = new Set(blocks.flatMap(({ shell }) => shell.assignments.map(({ name }) => name)));
    const told = new Set<string>();
    return blocks.flatMap(({ shell, span }) =>
      shell.reads.flatMap(({ name, hasDefault, start, end }): Finding[] => {
        if (hasDefault || set.has(name) || told.has(name) || isBroughtAlong(name) || isNamed(runbook, name)) return [];
        told.add(name);
        return [{ message: `$${name} is set nowhere, and no sentence says what it is to hold`, span: span(start, end) }];
      }),
    );
  },
});

/** Whether words outside of what runs name it: prose, a table, a comment, a pin, the code of another language. */
function isNamed({ source, steps, pins }: Runbook, name: string): boolean {
  if (pins.params.some((param) => param.name === name)) return true;
  const word = new RegExp(`(?<![\\w$])${name}\\b`);
  let rest = source.text;
  for (const step of steps) {
    if (step.kind !== 'command') continue;
    if (step.shell.comments.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text))) return true;
    rest = rest.slice(0, step.span.start.offset) + ' '.repeat(step.span.end.offset - step.span.start.offset) + rest.slice(step.span.end.offset);
  }
  return word.test(rest) || rest.includes(`$${name}`) || rest.includes(`\${${name}}`);
}
