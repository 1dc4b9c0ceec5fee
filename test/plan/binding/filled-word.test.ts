import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, filledWord, planRun } from '../../../src/plan/index.ts';

it('an effect names where its command goes, not the placeholder that stood there', () => {
  const runbook = parseRunbook('# R\n\n## Steps\n\n```sh\nscp site.crt deploy@YOUR_LB_HOST:/etc/certs/\n```\n', { path: 'r.md' });
  const [step] = planRun(runbook, { ...EMPTY_REQUEST, values: { 'your-lb-host': 'lb-1.example.com' } }).plan.steps;
  const [piece] = step!.pieces;
  expect(piece!.piece.effect.word).toContain('YOUR_LB_HOST');
  expect(filledWord(piece!, piece!.piece.effect.word)).toContain('deploy@lb-1.example.com:/etc/certs/');
});
