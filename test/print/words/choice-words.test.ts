import { expect, it } from 'vitest';
import { choiceWords } from '../../../src/print/words/choice-words.ts';

it('says what was chosen, that nothing was, or that a menu is left', () => {
  expect(choiceWords({ choice: 'Restart', chosen: ['Restart'] })).toBe('Restart');
  expect(choiceWords({ choice: null })).toBe('none of them');
  expect(choiceWords({ choice: null, reason: 'went to "Verify"' })).toBe('none of them, went to "Verify"');
  expect(choiceWords({ choice: null, reopened: true })).toBe('asked again');
  expect(choiceWords({ choice: null, chosen: ['Restart', 'Purge'] })).toBe('no more of them, after Restart, Purge');
});
