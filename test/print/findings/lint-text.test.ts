import { expect, test } from 'vitest';
import { lintText } from '../../../src/print/findings/index.ts';
import { linted, REPORT } from './lint-report.ts';

test('a finding is a clickable place, a message, and its line with carets', () => {
  expect(lintText({ files: [linted('a.md', '# Title\n\n\tssh db-1 now\n', [['ssh db-1', 'elsewhere', 'warning', 'typed there']])] }, false)).toBe(
    ['a.md:3:2: warning: typed there [elsewhere]', '3 | \tssh db-1 now', '  | \t^^^^^^^^', '', '1 warning in 1 of 1 file', ''].join('\n'),
  );
});

test('a clean run says so in one line', () => {
  expect(lintText({ files: [linted('a.md', '# A\n', [])] }, false)).toBe('1 file, no findings\n');
});

test('colour is there only when asked for', () => {
  expect(lintText(REPORT, false)).not.toContain('\u001b');
  expect(lintText(REPORT, true)).toContain('\u001b[31merror\u001b[39m');
});

test('carets stand under wide characters', () => {
  const text = lintText({ files: [linted('a.md', '部署 ssh\n', [['ssh', 'r', 'info', 'm']])] }, false);
  expect(text).toContain('1 | 部署 ssh\n  |      ^^^\n');
});

test('control characters of a file do not reach the terminal', () => {
  expect(lintText({ files: [linted('a.md', 'x \u001b[2Jssh\u202e\n', [['ssh', 'r', 'info', 'm']])] }, false)).not.toMatch(/[\u001b\u202e]/);
});

test('a long line is cut around the place', () => {
  const text = lintText({ files: [linted('a.md', `${'x'.repeat(300)} ssh ${'y'.repeat(300)}\n`, [['ssh', 'r', 'info', 'm']])] }, false);
  const [, line = '', carets = ''] = text.split('\n');
  expect(line.length).toBeLessThan(120);
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('ssh');
});

test('a secret on the line is covered', () => {
  const text = lintText({ files: [linted('a.md', `psql postgres://jobs:${'t7Rk2mQw9z'}@db/jobs\n`, [['psql', 'r', 'info', 'm']])] }, false);
  expect(text).toContain('postgres://jobs:**********@db/jobs');
});
