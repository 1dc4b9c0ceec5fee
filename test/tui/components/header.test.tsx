import { expect, it } from 'vitest';
import { Header } from '../../../src/tui/components/header.tsx';
import { withPrompt } from '../../../src/tui/scene/follow.ts';
import { INITIAL, type UiState } from '../../../src/tui/state/ui-state.ts';
import { frame } from '../frame.tsx';
import { byHand, planOf, runPiece, scene, stepId } from '../scenes.ts';

const budgeted = planOf('# Move the queue to the spare broker\n\nExpected time: under 1 minute.\n\n| App | URL |\n|---|---|\n| mq-prod | https://mq.example |\n| mq-stg | https://stg.example |\n\n1. Do it.\n', 'mq-prod');

it('has title, target and time; production is said in words', () => {
  expect(frame(<Header scene={scene({ columns: 80, ui: { prompt: byHand(planOf(), 0) } })} />, 80)).toBe(` Restart the shop${' '.repeat(34)} shop-prod PRODUCTION   1:05\n${'─'.repeat(80)}`);
});

it('says that a command acts on production while it runs and when it has failed too, and no longer than that', () => {
  const plan = planOf('# R\n\n## Look\n\n```bash\nsay one\n```\n\n## Look again\n\n```bash\nsay two\n```\n', undefined);
  const loud = withPrompt(INITIAL, runPiece(plan, 0, { production: { yes: true, why: 'the namespace fraud-prod' } }));
  const header = (ui: UiState): string => frame(<Header scene={scene({ plan, columns: 80, ui })} />, 80);
  expect(header(loud)).toContain('PRODUCTION');
  expect(header({ ...loud, prompt: null, running: { id: 'r', step: stepId(plan, 0), piece: 0, attempt: 1, waiting: false } })).toContain('PRODUCTION');
  const failed = { ...runPiece(plan, 0), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] } as const;
  expect(header(withPrompt(loud, failed))).toContain('PRODUCTION');
  expect(header(withPrompt(loud, runPiece(plan, 1)))).not.toContain('PRODUCTION');
});

it('keeps the beginning of the title beside a long target: the word for production is shortened first, then the middle of the name', () => {
  const at = (columns: number): string => frame(<Header scene={scene({ columns, rows: 12, plan: budgeted, ui: { prompt: byHand(budgeted, 0) } })} />, columns);
  expect(at(56)).toMatch(/^ Move the queue.*… +mq-prod PRODUCTION +1:05 OVER$/);
  expect(at(40)).toMatch(/^ Move the q?u?…  +mq-prod PROD +1:05 OVER$/);
  const long = planOf('# Restart the shop\n\n| App | URL |\n|---|---|\n| raxx-velvet-eu-central-prod | https://a.example |\n\n1. Do it.\n', 'raxx-velvet-eu-central-prod');
  expect(frame(<Header scene={scene({ columns: 40, rows: 12, plan: long, ui: { prompt: byHand(long, 0) } })} />, 40)).toMatch(/^ Restart t…  raxx-\S*…\S*prod PROD   1:05$/);
});

it('shows the time against the budget as a bar, and that it is over', () => {
  expect(frame(<Header scene={scene({ columns: 80, plan: budgeted, ui: { prompt: byHand(budgeted, 0) } })} />, 80)).toMatch(/1:05 of 1:00 OVER\n━{80}$/);
});
