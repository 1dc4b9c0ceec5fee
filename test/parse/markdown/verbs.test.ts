import { describe, expect, it } from 'vitest';
import { orderedVerb } from '../../../src/parse/markdown/index.ts';

describe('the verb of an order', () => {
  it.each([['Restore the dump', 'restore'], ['Then drain nodes, one by one', 'drain'], ['Delete records of the shop', 'delete'], ['Update labels the same way', 'update']])('%s', (words, verb) => expect(orderedVerb(words)).toBe(verb));
  it.each(['Restore follows the procedure of the shop', 'Backup tests its own disk', 'The restore is slow', 'Access is through the proxy', 'Note will be taken'])('none where a deed is told of: %s', (words) => expect(orderedVerb(words)).toBeNull());
});
