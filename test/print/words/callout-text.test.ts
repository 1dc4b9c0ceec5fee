import { expect, test } from 'vitest';
import { calloutText } from '../../../src/print/index.ts';

test.each([
  ['warning', 'Warning This takes the site down.', 'This takes the site down.'],
  ['warning', 'Warning: the cache is cold.', 'the cache is cold.'],
  ['note', 'Note — do it twice', 'do it twice'],
  ['note', 'Note that it is slow', 'Note that it is slow'],
  ['caution', 'Stop here if it answers', 'Stop here if it answers'],
  ['warning', 'Warnings in the log are fine', 'Warnings in the log are fine'],
  ['warning', 'Warning:', 'Warning:'],
  ['warning', ':warning: This drops the queue.', 'This drops the queue.'],
  ['warning', '⚠️ WARNING: This drops the queue.', 'This drops the queue.'],
  ['warning', 'Warning :warning: take care', 'take care'],
  ['caution', '⚠ Do not do this on Friday', 'Do not do this on Friday'],
  ['warning', ':warning:', ':warning:'],
] as const)('a %s is not called so twice: %s', (severity, text, said) => expect(calloutText({ severity, text })).toBe(said));
