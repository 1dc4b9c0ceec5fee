import { expect, it } from 'vitest';
import { initialState } from '../../src/events/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { answersGiven } from '../../src/walk/index.ts';

const TEXT = '# R\n\n| App | URL |\n|---|---|\n| shop-a | https://a.example.com |\n| shop-b | https://b.example.com |\n\n## Do\n\n```sh\necho <app> <release>\n```\n';

it('are what somebody answered: the parameter that is the target is none of them', () => {
  const { plan } = planRun(parseRunbook(TEXT, { path: 'r.md' }), { ...EMPTY_REQUEST, target: 'shop-a', values: { release: 'v84' } });
  expect(plan.parameters.map(({ parameter: { name } }) => name)).toContain('app');
  expect(answersGiven(plan, initialState('')).values.map(({ parameter: { name } }) => name)).toEqual(['release']);
});
