import { expect, test } from 'vitest';
import { lineAt, lineStart } from '../../../src/model/index.ts';

test.each([
  ['\nsecond', 0, 0, ''],
  ['first\nsecond', 0, 0, 'first'],
  ['first\nsecond', 5, 0, 'first'],
  ['first\nsecond', 6, 6, 'second'],
  ['first\nsecond\n', 13, 13, ''],
])('the line of %j at %i', (text, at, start, line) => {
  expect(lineStart(text, at)).toBe(start);
  expect(lineAt(text, at)).toBe(line);
});
