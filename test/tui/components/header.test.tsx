import { expect, it } from 'vitest';
import { Header } from '../../../src/tui/components/header.tsx';
import { frame } from '../frame.tsx';
import { byHand, planOf, scene } from '../scenes.ts';

const budgeted = planOf('# Move the queue to the spare broker\n\nExpected time: under 1 minute.\n\n| App | URL |\n|---|---|\n| mq-prod | https://mq.example |\n| mq-stg | https://stg.example |\n\n1. Do it.\n', 'mq-prod');

it('has title, target and time; production is said in words', () => {
  expect(frame(<Header scene={scene({ columns: 80, ui: { prompt: byHand(planOf(), 0) } })} />, 80)).toBe(` Restart the shop${' '.repeat(34)} shop-prod PRODUCTION   1:05\n${'─'.repeat(80)}`);
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
