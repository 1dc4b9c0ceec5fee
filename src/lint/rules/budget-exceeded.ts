import { markdown, placedExecutions } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const budgetExceeded = textRule({
  id: 'budget-exceeded',
  severity: 'warning',
  summary: 'A recorded run took longer than the runbook says.',
  scope: 'runbook',
  docs: {
    why: 'Whoever decides between rolling back and fixing forward goes by the stated time. Where the last runs took longer, the statement is wrong or the procedure has become slow.',
    bad: { get text() { return markdown(`
      # Rollback

      Expected wall-clock: under 5 minutes.

      ## Execution history

      | Date | Operator | Wall-clock (min) | Outcome |
      | --- | --- | --- | --- |
      | 2026-05-14 | ada | 12 | Success |
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      Expected wall-clock: under 5 minutes.

      ## Execution history

      | Date | Operator | Wall-clock (min) | Outcome |
      | --- | --- | --- | --- |
      | 2026-05-14 | ada | 4 | Success |
    `); } },
  },
  check: (runbook) => {
    const { budget } = runbook;
    if (budget === null) return [];
    return placedExecutions(runbook).flatMap(({ execution: { durationSeconds }, durationSpan }) => {
      if (durationSeconds === null || durationSeconds <= budget.seconds) return [];
      return [{ message: `this run took ${words(durationSeconds)}; line ${budget.span.start.line} says "${budget.text}"`, span: durationSpan, related: { message: 'the stated time', span: budget.span } }];
    });
  },
});

function words(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
