import { expect, it } from 'vitest';
import { settlerWords } from '../../../src/print/words/doubt-words.ts';

it('what settled a doubt is told by name, or by what it was', () => {
  expect([settlerWords({ by: 'operator', who: 'ana' }), settlerWords({ by: 'lock' }), settlerWords({ by: 'caller' }), settlerWords({ by: 'pin' })]).toEqual(['ana', 'the lock', '--settle', 'the pin']);
});
