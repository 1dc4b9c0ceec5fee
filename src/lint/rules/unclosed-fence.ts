import { counted, type Runbook, spanAt } from '../../model/index.ts';
import { textRule, type Finding } from '../rule.ts';

export const unclosedFence = textRule({
  id: 'unclosed-fence',
  severity: 'error',
  summary: 'A code block is never closed.',
  scope: 'markdown',
  docs: {
    why: 'A forge shows everything after it as code: headings, warnings and later steps vanish into the block. Close it with a fence of the same character, at least as long as the opening one.',
    bad: { text: "# Diagnose\n\n```bash\nkubectl get pods\n\n## Mitigate\n\nScale up.\n" },
    good: { text: "# Diagnose\n\n```bash\nkubectl get pods\n```\n\n## Mitigate\n\nScale up.\n" },
  },
  check: (runbook) => [...neverClosed(runbook), ...runbook.diagnostics.filter(({ rule, message }) => rule === 'unclosed-fence' && message.includes('does not close'))],
});

function neverClosed(runbook: Runbook): readonly Finding[] {
  return runbook.structure.fences
    .filter((fence) => fence.fenced && !fence.closed)
    .map((fence) => {
      const { start, end } = fence.span;
      const opening = runbook.source.text.slice(start.offset).match(/^(`+|~+)/)?.[0] ?? '```';
      return {
        message: `the block opened with ${opening} is never closed; ${counted(Math.max(0, end.line - start.line), 'line')} after it became code`,
        span: spanAt(runbook.source, start.offset, start.offset + opening.length),
      };
    });
}
