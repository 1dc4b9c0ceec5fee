import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../../src/plan/index.ts';
import { planJson, planText } from '../../../src/print/index.ts';
import { planOf, type Sketch } from '../../plan/build.ts';
import { rollback } from '../../plan/rollback.ts';

const json = (sketch: Sketch, request = {}) => JSON.parse(planJson(planOf(sketch, request)));

it('has every field that is promised', () => {
  const document = json(rollback, { target: 'raxx-console-prod', values: { 'known-good-release': 'v83' } });
  expect(Object.keys(document)).toEqual(expect.arrayContaining(['path', 'title', 'metadata', 'budgetSeconds', 'inventories', 'targets', 'parameters', 'steps', 'alternatives', 'questions', 'templates', 'history', 'diagnostics']));
  expect(document.inventories[0]).toMatchObject({ key: 'App', columns: ['App', 'URL'], rows: expect.arrayContaining([{ App: 'raxx-console-prod', URL: 'https://console.raxx.app' }]), line: 1 });
  expect(document.targets).toEqual(['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod', 'raxx-console-staging', 'raxx-velvet-*']);
  expect(document.parameters[0]).toMatchObject({ name: 'known-good-release', kind: 'example', example: 'v84', value: 'v83', line: 1 });
  expect(document.steps[2]).toMatchObject({
    id: 'slug-path-2', kind: 'command', title: 'Slug path', section: ['Slug path'], role: 'procedure', line: 5, language: 'bash',
    code: 'heroku rollback v83 -a raxx-console-prod', pieces: [{ title: null, code: 'heroku rollback v83 -a raxx-console-prod', expectations: [] }],
    parameters: ['known-good-release'], destructive: null, interactive: null, follow: null, appliesTo: ['raxx-api-*', 'raxx-console-*'], unboundHosts: [], callouts: [], budgetSeconds: null,
    included: true, reason: 'for raxx-api-*, raxx-console-* (line 3), and the target is raxx-console-prod',
  });
  expect(document.steps[3].pieces.map(({ title, expectations }: { title: string; expectations: { text: string; kind: string; line: number }[] }) => [title, expectations[0]?.text, expectations[0]?.kind])).toEqual([
    ['Look at the releases', 'top row reads "Rollback to v83"', 'quoted'],
    ['Confirm dynos are up', 'web.1: up', 'literal'],
    ['Smoke-check', '200', 'literal'],
  ]);
  expect(document.history).toBeNull();
  expect(document.questions).toEqual([]);
});

it('lists open questions with their kind, name and line', () => {
  expect(json(rollback).questions).toMatchObject([
    { kind: 'target', name: 'App', line: 1 },
    { kind: 'parameter', name: 'known-good-release', line: 1, example: 'v84' },
    { kind: 'parameter', name: 'prior-tag', line: 1 },
  ]);
});

it('never holds the value of a secret', () => {
  const sketch: Sketch = { parameters: [{ name: 'DB_PASSWORD', kind: 'environment', written: '$DB_PASSWORD' }, { name: 'api-key', written: 'KKK' }], sections: [{ heading: 'Do', steps: ['login $DB_PASSWORD KKK'] }] };
  const text = planJson(planOf(sketch, { values: { DB_PASSWORD: 'hunter2hunter2', 'api-key': 'abc' } }));
  expect(text).not.toMatch(/hunter2|"abc"| abc/);
  expect(JSON.parse(text).steps[0].code).toBe('login $DB_PASSWORD "$RUNBOOK_SECRET_API_KEY"');
});

it('the history is the table that the row of the run goes into, in text too', () => {
  const text = '---\nrunbook:\n  history: Drills\n---\n\n# R\n\n## Steps\n\n```sh\necho a\n```\n\n## Drills\n\n| Date | Rolled to | Outcome |\n|---|---|---|\n| 2026-05-14 | v83 | Success |\n\n## Execution history\n\n| Date | Outcome |\n|---|---|\n';
  const { plan } = planRun(parseRunbook(text, { path: 'r.md' }), EMPTY_REQUEST);
  expect((JSON.parse(planJson(plan)) as { history: unknown }).history).toEqual({ columns: ['Date', 'Rolled to', 'Outcome'], rows: 1, line: 16 });
  expect(planText(plan, { colour: false })).toContain('1 row (line 16)');
});
