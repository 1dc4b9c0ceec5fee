import { describe, expect, it } from 'vitest';
import { planTargets, EMPTY_REQUEST } from '../../../src/plan/index.ts';
import { build, planOf, resultOf, type Sketch } from '../build.ts';
import { rollback } from '../rollback.ts';

const included = (target: string): readonly string[] => planOf(rollback, { target }).steps.filter((step) => step.included).map(({ step }) => step.id);

describe('the target', () => {
  it('decides which steps run', () => {
    expect(included('raxx-api-staging')).toEqual(['pre-flight-1', 'slug-path-1', 'slug-path-2', 'verify-1']);
    expect(included('raxx-console-staging')).toEqual(['pre-flight-1', 'slug-path-1', 'slug-path-2', 'verify-2']);
    expect(included('raxx-velvet-prod')).toEqual(['pre-flight-1', 'container-path-1', ]);
  });

  it('replaces the one that the commands name, and the cells of its row', () => {
    const plan = planOf(rollback, { target: 'raxx-console-staging', values: { 'known-good-release': 'v12' } });
    expect(plan.steps.map(({ code }) => code).slice(0, 3)).toEqual(['heroku ps -a raxx-console-staging', 'heroku releases -a raxx-console-staging', 'heroku rollback v12 -a raxx-console-staging']);
    expect(plan.steps[4]?.code).toBe('heroku ps -a raxx-console-staging\ncurl https://console-staging.raxx.app/health');
    expect(plan.steps[4]?.unboundHosts).toEqual([]);
  });

  it('a host that belongs to another target is marked', () => {
    const piecesOf = (target: string) => planOf(rollback, { target }).steps[3]?.pieces.map(({ unboundHosts }) => unboundHosts);
    expect(piecesOf('raxx-api-staging')).toEqual([[], [], ['api.raxx.app']]);
    expect(piecesOf('raxx-api-prod')).toEqual([[], [], []]);
  });

  it('in no row has no cells: what stands for a cell is marked', () => {
    const plan = planOf({ ...rollback, sections: [{ heading: 'Do', steps: ['curl https://console.raxx.app/health\nheroku ps -a raxx-console-prod'] }] }, { target: 'raxx-velvet-prod' });
    expect(plan.steps[0]).toMatchObject({ code: 'curl https://console.raxx.app/health\nheroku ps -a raxx-velvet-prod', unboundHosts: ['console.raxx.app'] });
  });

  it('is a question where several are possible, even if the commands name one', () => {
    expect(planOf(rollback).questions[0]).toMatchObject({
      kind: 'target',
      name: 'App',
      choices: ['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod', 'raxx-console-staging', 'raxx-velvet-prod', 'raxx-velvet-*'],
    });
  });

  it('is no question where nothing depends on it, and is chosen where there is one', () => {
    const table = { columns: ['App'], rows: [['a-1'], ['b-1']] };
    expect(planOf({ table, sections: [{ heading: 'Do', steps: ['uptime'] }] })).toMatchObject({ target: null, needsTarget: false, questions: [] });
    expect(planOf({ table: { columns: ['App'], rows: [['a-1']] }, sections: [{ heading: 'Do', steps: ['ping a-1'] }] }).target).toMatchObject({ name: 'a-1' });
  });

  describe('that is not chosen yet', () => {
    const asked = (...ports: readonly string[]): readonly string[] => {
      const table = { columns: ['App', 'Port'], rows: ports.map((port, index) => [`a-${index}`, port]) };
      return planOf({ table, parameters: [{ name: 'port', column: 'Port' }], sections: [{ heading: 'Do', steps: ['ping <port>'] }] }).questions.map(({ kind, name }) => `${kind} ${name}`);
    };
    it('brings the cells of its row along, which are not asked for besides', () => expect(asked('80', '81')).toEqual(['target App']));
    it('brings none where the cell of one of them can be no value', () => {
      expect(asked('80', '')).toEqual(['target App', 'parameter port']);
      expect(asked('80', '-')).toEqual(['target App', 'parameter port']);
    });
  });

  it.each([
    ['raxx-api-prd', 'no such target', /^did you mean raxx-api-prod\? targets: /],
    ['raxx-velvet-*', 'a pattern is not a target', /^give one name, e\.g\. raxx-velvet-prod$/],
    ['raxx-velvet-$(rm)', '"raxx-velvet-$(rm)" has $ in it', /^give one of /],
    ['', 'no such target', /^targets: /],
  ])('%s is refused', (target, why, advice) => {
    expect(resultOf(rollback, { target }).problems).toEqual([expect.objectContaining({ kind: 'target', why, advice: expect.stringMatching(advice) })]);
  });

  it('is refused where there is none, and not without saying what the commands act on', () => {
    const result = resultOf({ sections: [{ heading: 'Do', steps: ['heroku restart -a shop'] }] }, { target: 'books' });
    expect(result.problems).toMatchObject([{ kind: 'target', why: 'no such target', advice: 'this runbook has no targets: leave it out if what its commands name is what you mean' }]);
  });

  it('can be set through the placeholder that stands for it, but not to two', () => {
    const sketch = { ...rollback, parameters: [{ name: 'app', column: '' }], sections: [{ heading: 'Do', steps: ['heroku ps -a <app>'] }] };
    expect(planOf(sketch, { values: { app: 'raxx-api-staging' } }).target?.name).toBe('raxx-api-staging');
    expect(planOf(sketch, { target: 'raxx-api-prod' }).steps[0]?.code).toBe('heroku ps -a raxx-api-prod');
    expect(resultOf(sketch, { target: 'raxx-api-prod', values: { app: 'raxx-api-staging' } }).problems[0]).toMatchObject({ why: '--set says raxx-api-staging' });
  });

  it('can be given a section that is for others', () => {
    const plan = planOf(rollback, { target: 'raxx-velvet-prod', sections: ['Slug path'] });
    expect(plan.steps[2]).toMatchObject({ included: true, reason: 'brought in by --section "Slug path", although it is for raxx-api-*, raxx-console-* (line 3)' });
    expect(resultOf(rollback, { target: 'raxx-api-prod', sections: ['Slug path'] }).problems[0]?.why).toBe('it is in the plan already');
  });

  it('that nothing but a glob can be is a question', () => {
    const sketch = { system: ['raxx-velvet-*'], sections: [{ heading: 'Do', steps: ['heroku ps -a raxx-velvet-prod'] }] };
    expect(planOf(sketch).questions).toMatchObject([{ kind: 'target', name: 'target', choices: ['raxx-velvet-prod', 'raxx-velvet-*'] }]);
  });

  it('each can be planned for, globs too', () => {
    const plans = planTargets(build(rollback), EMPTY_REQUEST);
    expect(plans.map(({ target, plan }) => [target, plan.steps.filter((step) => step.included).length])).toEqual([
      ['raxx-api-prod', 4],
      ['raxx-api-staging', 4],
      ['raxx-console-prod', 4],
      ['raxx-console-staging', 4],
      ['raxx-velvet-*', 2],
    ]);
  });
});

it('every step says why it is in or out, with the line', () => {
  const reasons = (target?: string) => planOf(rollback, target === undefined ? {} : { target }).steps.map(({ reason }) => reason);
  expect(reasons('raxx-velvet-prod')).toEqual([
    'in "Pre-flight" (line 1)',
    'for raxx-api-*, raxx-console-* only (line 3); the target is raxx-velvet-prod',
    'for raxx-api-*, raxx-console-* only (line 3); the target is raxx-velvet-prod',
    'for raxx-api-*, raxx-console-* only (line 3); the target is raxx-velvet-prod',
    'for raxx-api-*, raxx-console-* only (line 3); the target is raxx-velvet-prod',
    'for raxx-velvet-* (line 20), and the target is raxx-velvet-prod',
    '"If it fails" (line 22) is a contingency; --section "If it fails" brings it in',
  ]);
  expect(reasons('raxx-console-prod').slice(3, 5)).toEqual(['verify-2 (line 18) is its form for raxx-console-prod', 'the form for "console" (line 18), in place of verify-1']);
  expect(reasons().slice(4, 6)).toEqual(['the form for "console" (line 18) of verify-1; no target is chosen yet', 'for raxx-velvet-* only (line 20); no target is chosen yet']);
});

describe('a name that only a glob matches', () => {
  const services: Sketch = { system: ['svc-*'], sections: [{ heading: 'Do', steps: ['systemctl status svc-api'] }] };

  it.each(['svc-../../etc', 'svc-a/b', 'svc-a..b', 'svc-a=b', 'svc-a%2f'])('%s is no target', (target) => {
    expect(resultOf(services, { target }).problems).toEqual([expect.objectContaining({ kind: 'target', why: `"${target}" is no plain name (letters, digits and _ . - : @)` })]);
  });

  it('is taken where it is plain', () => {
    expect(resultOf(services, { target: 'svc-web.eu:2' })).toMatchObject({ problems: [], plan: { target: { name: 'svc-web.eu:2' } } });
  });
});
