import { expect, it } from 'vitest';
import { Progress } from '../../../src/tui/components/progress.tsx';
import { Prompt } from '../../../src/tui/components/prompt.tsx';
import { Rule } from '../../../src/tui/components/rule.tsx';
import { TooSmall } from '../../../src/tui/components/too-small.tsx';
import { frame } from '../frame.tsx';
import { byHand, planOf, scene } from '../scenes.ts';

const plan = planOf();
const prompt = byHand(plan, 0);

it('stands in a frame, below a rule where rows are few', () => {
  expect(frame(<Prompt scene={scene({ plan, columns: 40, rows: 24, ui: { prompt } })} />, 40)).toBe([`╭${'─'.repeat(38)}╮`, `│ Step 1 of 4 · to do by hand${' '.repeat(10)}│`, `╰${'─'.repeat(38)}╯`].join('\n'));
  expect(frame(<Prompt scene={scene({ plan, columns: 40, rows: 12, ui: { prompt } })} />, 40)).toBe(`${'─'.repeat(40)}\n Step 1 of 4 · to do by hand`);
});

it('has what the operator is told in its rule, where it has one', () => {
  expect(frame(<Prompt scene={scene({ plan, columns: 40, rows: 12, ui: { prompt, message: 'noted' } })} />, 40)).toBe(`─ noted ${'─'.repeat(32)}\n Step 1 of 4 · to do by hand`);
  expect(frame(<Rule columns={20} tone="accent" message="longer than the screen is wide" />, 20)).toBe('─ longer than the …');
});

it('is plain ASCII on a terminal that knows no more', () => {
  const shown = scene({ plan, columns: 32, rows: 24, env: { LANG: 'C', NO_COLOR: '1' }, ui: { prompt } });
  expect(frame(<Prompt scene={shown} />, 32, { LANG: 'C', NO_COLOR: '1' })).toBe([`+${'-'.repeat(30)}+`, '| Step 1 of 4 - to do by hand  |', `+${'-'.repeat(30)}+`].join('\n'));
});

it('the bar says what part of the budget is used; without one it is a rule', () => {
  expect(frame(<Progress columns={10} part={0.3} />, 10)).toBe('━━━╌╌╌╌╌╌╌');
  expect(frame(<Progress columns={10} part={1.7} />, 10)).toBe('━'.repeat(10));
  expect(frame(<Progress columns={10} part={null} />, 10)).toBe('─'.repeat(10));
});

it('where nothing could be shown whole, that is said', () => {
  expect(frame(<TooSmall columns={30} rows={9} />, 30).replace(/\s+/g, ' ')).toBe('too small: 30x9, at least 40x12 is needed. Nothing runs until then.');
});
