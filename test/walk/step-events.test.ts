import { expect, it } from 'vitest';
import { runbookOf, TestWalk } from './walk-of.ts';

it('whatever is said of a step names its piece and its attempt, both as numbers', async () => {
  const made = new TestWalk(runbookOf('[Tell the team]', 'say two', '[Tell them again]', 'say four'), { doubt: { step: 'part-2-1', kind: 'conditional', answers: ['run', 'skip'] } });
  await made.after(
    { kind: 'skip', reason: 'they know' },
    { kind: 'settle', doubt: 'conditional', answer: 'run' },
    { kind: 'change', of: 'doubt', name: 'part-2-1.0/conditional', value: null },
    { kind: 'settle', doubt: 'conditional', answer: 'run' },
    { kind: 'run' },
    { kind: 'go-to', place: 'part-4-1' },
  );
  const said = made.events.filter(({ type }) => /^(?:step|doubt)-/.test(type));
  expect(said.map(({ type }) => type)).toEqual(['step-skipped', 'doubt-settled', 'doubt-reopened', 'doubt-settled', 'step-started', 'step-finished', 'step-skipped']);
  for (const event of said) expect(event).toMatchObject({ step: expect.any(String), piece: 0, attempt: 1 });
});
