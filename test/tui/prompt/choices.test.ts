import { expect, it } from 'vitest';
import { promptChoices } from '../../../src/tui/prompt/choices.ts';
import { INITIAL } from '../../../src/tui/state/ui-state.ts';
import type { ChooseAlternative } from '../../../src/walk/index.ts';

it('a way is offered with what it does, and one of words alone as nothing to run', () => {
  const choices = [{ label: 'It answers', steps: [{ title: 't', code: '# Look\nuptime\n', effect: 'reads' as const }], asks: [], chosen: false }, { label: 'It is dead', steps: [], asks: [], chosen: false }];
  const prompt = { kind: 'choose-alternative', choices, menu: false } as unknown as ChooseAlternative;
  expect(promptChoices(prompt, INITIAL).map(({ text, note }) => [text, note])).toEqual([['It answers', '1 step, begins with uptime'], ['It is dead', 'nothing to run'], ['none of them', undefined]]);
});
