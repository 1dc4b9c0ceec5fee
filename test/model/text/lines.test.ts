import { expect, test } from 'vitest';
import { lineAround, lineAt, lineStart } from '../../../src/model/index.ts';

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

test('a long line is shown around the place that is asked about', () => {
  const long = `rabbitmqadmin ${'--option value '.repeat(10)}> /tmp/<ticket>.json`;
  const end = lineAround(`first\n  ${long}\nlast`, `first\n  ${long}`.indexOf('<ticket>'));
  expect(end).toMatch(/^… .{50,} > \/tmp\/<ticket>\.json$/);
  expect(end.length).toBeLessThanOrEqual(122);
  expect(lineAround(long, 3)).toMatch(/^rabbitmqadmin --option .{90,}…$/);
  expect(lineAround('  say <ticket>\n', 8)).toBe('say <ticket>');
});
