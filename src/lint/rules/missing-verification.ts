import { firstDestructive, gravestWord, hasToWork, isInForeignScript, looksAfterInBlock, markdown, placeOfMark, readsAfter, titleSpan, verifiesAnywhere } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const missingVerification = textRule({
  id: 'missing-verification',
  severity: 'warning',
  summary: 'A runbook with destructive steps never says how to tell that it worked.',
  scope: 'runbook',
  docs: {
    why: 'Without a way to tell, the reader stops too early or does it twice. Add a "Verification" section, or `# Expected: …` lines after the commands. Where things are only deleted, stopped or drained, editors show it as a hint.',
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

      ## Verification

      '''bash
      kubectl rollout status deploy/api
      # Expected: successfully rolled out
      '''
    `); } },
  },
  check: (runbook) => {
    const first = firstDestructive(runbook);
    if (first === null || verifiesAnywhere(runbook) || isInForeignScript(runbook) || readsAfter(runbook, first) || looksAfterInBlock(first)) return [];
    return [
      {
        message: `it runs "${gravestWord(first)}" (line ${placeOfMark(runbook, first).start.line}) and has no verification section and no expectation`,
        span: titleSpan(runbook),
        ...(hasToWork(runbook) ? {} : { hint: true as const }),
        related: { message: 'the first destructive step', span: placeOfMark(runbook, first) },
      },
    ];
  },
});
