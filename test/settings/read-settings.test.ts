import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { settingKey } from '../../src/lint/index.ts';
import { RunbookError } from '../../src/model/index.ts';
import { DEFAULT_LINT_OPTIONS } from '../../src/settings/index.ts';
import { jsonSchema } from '../../src/settings/json-schema.ts';
import { mergeSettings } from '../../src/settings/merge-settings.ts';
import { readStated } from '../../src/settings/read-settings.ts';

/** The settings of a team that has one file alone. */
const readSettings = (text: string, path: string, ruleNamed: typeof settingKey) => mergeSettings([readStated(text, path, ruleNamed)]);

function errorOf(text: string): string {
  try {
    readSettings(text, '.runbook.yaml', settingKey);
  } catch (error) {
    if (!(error instanceof RunbookError)) throw error;
    const { where, why } = error.report;
    return `${where?.at?.line}:${where?.at?.column} ${why}`;
  }
  return 'no error';
}

test('rules, options and globs are read', () => {
  const config = readSettings('rules:\n  stale-review: off\n  missing-owner: error\n  shellcheck: warn\noptions:\n  review-days: 90\n  drill-days: 30\n  required-metadata: [severity]\n  metadata-names: {owner: [squad], last-reviewed: [checked on]}\nignore:\n  - docs/archive/**\n', '.runbook.yaml', settingKey);
  expect(config).toEqual({
    severities: { 'stale-review': 'off', 'missing-owner': 'error', shellcheck: 'warning' },
    options: { ...DEFAULT_LINT_OPTIONS, reviewDays: 90, drillDays: 30, requiredMetadata: ['severity'], metadataNames: { owner: ['squad'], lastReviewed: ['checked on'] } },
    ignore: ['docs/archive/**'],
    overrides: [],
    commitMessage: null,
    production: null, approve: [], locked: false,
  });
});

test('what a second person approves is read, by default what destroys, everywhere', () => {
  expect(readSettings('approve:\n  - {}\n  - effects: [unknown]\n    places: [production, "ssh:db*"]\n', '.runbook.yaml', settingKey).approve).toEqual([{ effects: ['destroys'], places: [] }, { effects: ['unknown'], places: ['production', 'ssh:db*'] }]);
});

test('an empty file and empty parts say nothing', () => {
  expect(readSettings('', '.runbook.yaml', settingKey).severities).toEqual({});
  expect(readSettings('# later\nrules:\nignore:\n', '.runbook.yaml', settingKey).ignore).toEqual([]);
});

test.each([
  ['rule:\n  x: off\n', '1:1 no key is called "rule"; "rules" is one'],
  ['rules:\n  stale-reveiw: off\n', '2:3 no rule is called "stale-reveiw"; "stale-review" is one'],
  ['ignore:\n  - "{**/*a*a,b}/*"\n', '2:5 ignore: with {, [ or \\ expected at most three * and three {, and no ('],
  [`ignore:\n${'  - a\n'.repeat(501)}`, '2:3 ignore: expected at most 500 globs'],
  [`ignore:\n  - ${'a'.repeat(501)}\n`, '2:5 ignore: expected at most 500 characters'],
  [`rules:\n${'  a: off\n'.repeat(8000)}`, 'undefined:undefined it has 72,007 characters; the most is 64,000'],
  ['rules:\n  stale-review: loud\n', '2:17 stale-review: expected one of off, info, warn, error'],
  ['options:\n  review-days: soon\n', '2:16 review-days: expected a whole number of days, from 1'],
  ['ignore: docs\n', '1:9 ignore: expected a list'],
  ['ignore: [docs/*a*a*a*b.md]\n', '1:10 ignore: expected at most three * in a part of the path, and three **'],
  ['ignore: ["**/archive/**/*.md"]\n', 'no error'],
  ['history:\n  commitMessage: [a]\n', '2:18 commitMessage: expected a text'],
  ['history:\n  commitMessage: "ops: {runbook}"\n', 'no error'],
  ['history:\n  commitMessage: "{runbook} {nonsense}"\n', '2:18 commitMessage: no value is called {nonsense}; values here: {runbook}, {title}, {target}, {on-target}, {operator}, {outcome}, {date}, {run}'],
  ['history:\n  commitMessage: "{runbok}"\n', '2:18 commitMessage: no value is called {runbok}; {runbook} is one'],
  ['history:\n  commitMessage: "a {} {{b} {1}"\n', '2:18 commitMessage: no value is called {b}; values here: {runbook}, {title}, {target}, {on-target}, {operator}, {outcome}, {date}, {run}'],
  ['- rules\n', '1:1 expected a map with rules, options and ignore'],
])('%j is wrong at its line and column', (text, expected) => {
  expect(errorOf(text)).toBe(expected);
});

test('broken YAML is an error at its place', () => {
  expect(errorOf('rules:\n  a: [b\n')).toMatch(/^\d+:\d+ /);
});

test('a list that stands for itself many times over is refused, not unfolded', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array.from({ length: 9 }, () => `*l${i}`).join(', ')}]`);
  expect(errorOf(`l0: &l0 [x]\n${levels.join('\n')}\n`)).toMatch(/^1:1 /);
});

test('the JSON Schema for editors takes what is read, and nothing else', () => {
  const holds = new Ajv2020({ strict: false }).compile(jsonSchema());
  expect(holds({ rules: { 'stale-review': 'off', shellcheck: false }, options: { 'review-days': 90 }, ignore: ['a'], history: { commitMessage: 'x' } })).toBe(true);
  expect(holds({})).toBe(true);
  for (const wrong of [{ rule: {} }, { rules: { x: 'loud' } }, { options: { 'review-days': 0 } }, { ignore: 'docs' }, { history: { commitMessage: [] } }, []]) expect([wrong, holds(wrong)]).toEqual([wrong, false]);
});
