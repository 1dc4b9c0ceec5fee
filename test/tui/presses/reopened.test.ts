import { expect, it } from 'vitest';
import type { RunEvent } from '../../../src/events/index.ts';
import { askChoices } from '../../../src/tui/prompt/choices.ts';
import { at, pressed } from '../presses.ts';
import { planOf, runPiece, stepId } from '../scenes.ts';

const plan = planOf();
const CHANGE = stepId(plan, 2);
const settled: RunEvent = { type: 'doubt-settled', time: '2026-05-14T21:24:25.000Z', run: 'x', step: CHANGE, piece: 0, doubt: 'gate', text: 'stop here', answer: 'passed', by: 'operator', who: 'ana', reason: 'up' };

it('c lists what settled a held command that has not run, and takes it back', () => {
  const open = pressed(at({ prompt: runPiece(plan, 2) }, { events: [settled] }), 'c').scene;
  expect(askChoices(open.ui.ask, open)[0]).toMatchObject({ text: '"stop here"', note: expect.stringMatching(/^passed, about /) });
  expect(pressed(open, 'enter').step.effect).toMatchObject({ do: 'reply', reply: { kind: 'change', of: 'doubt', name: `${CHANGE}.0/gate`, value: null } });
});
