import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/lint/config.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import { RunbookError } from '../../src/model/index.ts';

function errorOf(text: string): string {
  try {
    parseConfig(text, '.runbook.yaml');
  } catch (error) {
    if (!(error instanceof RunbookError)) throw error;
    const { where, why } = error.report;
    return `${where?.at?.line}:${where?.at?.column} ${why}`;
  }
  return 'no error';
}

test('rules, options and globs are read', () => {
  const config = parseConfig('rules:\n  stale-review: off\n  missing-owner: error\n  shellcheck: warn\noptions:\n  review-days: 90\n  required-metadata: [severity]\nignore:\n  - docs/archive/**\n', '.runbook.yaml');
  expect(config).toEqual({
    severities: { 'stale-review': 'off', 'missing-owner': 'error', shellcheck: 'warning' },
    options: { ...DEFAULT_OPTIONS, reviewDays: 90, requiredMetadata: ['severity'] },
    ignore: ['docs/archive/**'],
  });
});

test('an empty file and empty parts say nothing', () => {
  expect(parseConfig('', '.runbook.yaml').severities).toEqual({});
  expect(parseConfig('# later\nrules:\nignore:\n', '.runbook.yaml').ignore).toEqual([]);
});

test.each([
  ['rule:\n  x: off\n', '1:1 no key is called "rule"; "rules" is one'],
  ['rules:\n  stale-reveiw: off\n', '2:3 no rule is called "stale-reveiw"; "stale-review" is one'],
  ['rules:\n  stale-review: loud\n', '2:17 stale-review: expected one of off, info, warn, error'],
  ['options:\n  review-days: soon\n', '2:16 review-days: expected a whole number of days, from 1'],
  ['ignore: docs\n', '1:9 ignore: expected a list'],
  ['history:\n  commitMessage: [a]\n', '2:18 commitMessage: expected a text'],
  ['history:\n  commitMessage: "ops: {runbook}"\n', 'no error'],
  ['- rules\n', '1:1 expected a map with rules, options and ignore'],
])('%j is wrong at its line and column', (text, expected) => {
  expect(errorOf(text)).toBe(expected);
});

test('broken YAML is an error at its place', () => {
  expect(errorOf('rules:\n  a: [b\n')).toMatch(/^\d+:\d+ /);
});

test('the schema and the reader know the same keys', () => {
  const schema = JSON.parse(readFileSync(new URL('../../src/lint/config.schema.json', import.meta.url), 'utf8'));
  expect(Object.keys(schema.properties).toSorted()).toEqual(['$schema', 'history', 'ignore', 'options', 'rules']);
  for (const option of Object.keys(schema.properties.options.properties)) expect(errorOf(`options:\n  ${option}: {}\n`)).toContain(`${option}: expected`);
});
