import { firstDestructive, gravestWord, markdown, placeOfMark, titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingHistory = textRule({
  id: 'missing-history',
  severity: 'warning',
  summary: 'A runbook with destructive steps has no table of its executions.',
  scope: 'runbook',
  docs: {
    why: 'A procedure that changes production and was never run is a guess. A table of executions says who ran it last, and how it went; `run` adds the row by itself. `runbook: {history: false}` in the front matter says that none is wanted.',
    bad: { get text() { return markdown(`
      # Restart the API

      '''bash
      kubectl rollout restart deploy/api
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restart the API

      '''bash
      kubectl rollout restart deploy/api
      '''

      ## Execution history

      | Date | Operator | Outcome |
      | --- | --- | --- |
      | 2026-05-14 | ada | Success |
    `); } },
  },
  keeps: ({ histories }) => histories.length > 0,
  check: (runbook) => {
    const first = firstDestructive(runbook);
    if (first === null || runbook.histories.length > 0 || runbook.pins.history?.value === false) return [];
    return [
      {
        message: `it runs "${gravestWord(first)}" (line ${placeOfMark(runbook, first).start.line}) and has no table of its executions, with columns such as Date, Operator and Outcome`,
        span: titleSpan(runbook),
        habit: true,
        related: { message: 'the first destructive step', span: placeOfMark(runbook, first) },
      },
    ];
  },
});
