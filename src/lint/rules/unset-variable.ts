import type { Span } from '../../model/index.ts';
import { markdown, type ShellBlock, shellBlocks } from '../facts/index.ts';
import type { Finding } from '../rule.ts';
import { textRule } from '../rule.ts';

export const unsetVariable = textRule({
  id: 'unset-variable',
  severity: 'warning',
  summary: 'A variable is used before the section that sets it.',
  scope: 'runbook',
  docs: {
    why: 'Read from top to bottom, the command runs with an empty value: `rm -rf "$DIR"/*` is then another command. Set the variable before its first use.',
    bad: { get text() { return markdown(`
      # Restore

      ## Stop the service

      '''bash
      kubectl scale deploy/api --replicas=0 -n "$NAMESPACE"
      '''

      ## Restore the data

      '''bash
      export NAMESPACE=shop
      kubectl get pods -n "$NAMESPACE"
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restore

      ## Stop the service

      '''bash
      export NAMESPACE=shop
      kubectl scale deploy/api --replicas=0 -n "$NAMESPACE"
      '''
    `); } },
  },
  check: (runbook) => {
    const blocks = shellBlocks(runbook).filter(({ fence }) => fence.step !== null);
    const assigned = firstAssignments(blocks);
    const told = new Set<string>();
    return blocks.flatMap(({ fence, shell, span }, index) =>
      shell.reads.flatMap(({ name, hasDefault, start, end }): Finding[] => {
        const later = assigned.get(name);
        if (later === undefined || later.block <= index || later.section === fence.section || hasDefault || told.has(name)) return [];
        told.add(name);
        return [{ message: `$${name} is used here and first set on line ${later.span.start.line}`, span: span(start, end), related: { message: 'first set here', span: later.span } }];
      }),
    );
  },
});

function firstAssignments(blocks: readonly ShellBlock[]) {
  const first = new Map<string, { readonly block: number; readonly section: number; readonly span: Span }>();
  for (const [block, { fence, shell, span }] of blocks.entries()) {
    for (const { name, start, end } of shell.assignments) {
      if (!first.has(name)) first.set(name, { block, section: fence.section, span: span(start, end) });
    }
  }
  return first;
}
