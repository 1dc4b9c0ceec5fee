import { type Runbook, shellPlace, type Span } from '../../model/index.ts';
import { markdown, type ShellBlock, shellBlocks, whereItRuns } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

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
    const assigned = firstAssignments(runbook, blocks);
    const told = new Set<string>();
    return blocks.flatMap((block, index) =>
      block.shell.reads.flatMap(({ name, hasDefault, start, end }): Finding[] => {
        const later = assigned.get(`${shellPlace(whereItRuns(runbook, block, start))} ${name}`);
        if (later === undefined || later.block <= index || later.section === block.fence.section || hasDefault || told.has(name) || isToldOf(block, name, start)) return [];
        told.add(name);
        return [{ message: `$${name} is used here and first set on line ${later.span.start.line}`, span: block.span(start, end), related: { message: 'first set here', span: later.span } }];
      }),
    );
  },
});

/** Whether a comment of the block says above the use where the value comes from: "# Get DATABASE_URL from the dashboard". */
function isToldOf({ shell }: ShellBlock, name: string, at: number): boolean {
  return shell.comments.some(({ text, start }) => start < at && new RegExp(`(?<![\\w$])${name}(?![\\w=])`).test(text));
}

/** By the place that they run in, a blank and the name. */
function firstAssignments(runbook: Runbook, blocks: readonly ShellBlock[]) {
  const first = new Map<string, { readonly block: number; readonly section: number; readonly span: Span }>();
  for (const [index, block] of blocks.entries()) {
    for (const { name, start, end } of block.shell.assignments) {
      const key = `${shellPlace(whereItRuns(runbook, block, start))} ${name}`;
      if (!first.has(key)) first.set(key, { block: index, section: block.fence.section, span: block.span(start, end) });
    }
  }
  return first;
}
