import { type CommandStep, type Piece, startsIn } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

/** The whole of an expectation that says only that it should be good. */
const VAGUE = /^(?:(?:it|this|the|that|all|everything|command|output|result|should|must|will|to|be|is|are|no|without|any|runs?|returns?|completes?|finish(?:es)?|see|looks?|an?|as)\s+)*(?:ok(?:ay)?|works?|working|fine|good|success(?:ful|fully)?|succeeds?|passe?s?|expected|correct(?:ly)?|normal|healthy|errors?|issues?|problems?|output|result)[.!]?$/i;

export const vagueExpectation = textRule({
  id: 'vague-expectation',
  severity: 'warning',
  summary: 'An expectation does not say what to look for.',
  scope: 'runbook',
  docs: {
    why: '"Expected: it works" leaves the judgement to the person least able to make it at night, and cannot be checked unattended. Quote the text, the status or the number that is to be seen, or give a pattern: `# Expected: /^200$/`.',
    bad: { get text() { return markdown(`
      # Verify

      '''bash
      curl -sf https://status.example.com/health
      # Expected: it works
      '''
    `); } },
    good: { get text() { return markdown(`
      # Verify

      '''bash
      curl -sf https://status.example.com/health
      # Expected: "status": "up"
      '''
    `); } },
  },
  check: ({ steps }) =>
    steps
      .flatMap((step) => (step.kind === 'manual' ? step.expectations : step.pieces.flatMap((piece) => piece.expectations.filter(({ kind }) => kind !== 'literal' || !asksAddress(step, piece)))))
      .filter(({ kind, text }) => (kind === 'judgement' || kind === 'literal') && VAGUE.test(text.trim()))
      .map(({ text, span }) => ({ message: `"${text}" does not say what to see; expected a quoted text, a number or a /pattern/`, span })),
});

/** Whether a piece asks an address, which may well answer "ok": a word that is looked for in what it prints. */
function asksAddress({ shell }: CommandStep, piece: Piece): boolean {
  return shell.commands.some((command) => startsIn(command, piece) && /^(?:curl|wget|https?|xh|grpcurl|redis-cli)$/.test(command.name));
}
