import { expect, it } from 'vitest';
import { promptLines } from '../../src/plain/say-prompt.ts';
import type { Prompt } from '../../src/walk/index.ts';

it('of an alternative by hand, the steps are named', () => {
  const step = (title: string, code: string) => ({ step: 'a-1', title, code, effect: 'reads' });
  const prompt = { kind: 'choose-alternative', id: 'w-1', group: 0, name: 'Unlock', line: 3, menu: false, choices: [{ label: 'Command line', line: 4, chosen: false, steps: [step('Unlock: ./unlock.sh', './unlock.sh')], asks: [] }, { label: 'Console', line: 9, chosen: false, steps: [step('Go to the table', ''), step('Delete the item', '')], asks: [{ name: 'Console', labels: ['Old', 'New'] }] }] } as unknown as Prompt;
  expect(promptLines(prompt, (_, text) => text)).toEqual(['\nUnlock: which one? (line 3)', '  1  Command line', '         ./unlock.sh', '  2  Console', '         Go to the table', '         Delete the item', '         asks which: Old, New', '  0  none of them']);
});
