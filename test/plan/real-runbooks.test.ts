import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, type Plan, planRun, type PlanRequest } from '../../src/plan/index.ts';

const rollback = parseRunbook(readFileSync('runbooks/rollback.md', 'utf8'), 'runbooks/rollback.md');
const plan = (request: Partial<PlanRequest>): Plan => {
  const { plan: made, problems } = planRun(rollback, { ...EMPTY_REQUEST, ...request });
  expect(problems).toEqual([]);
  return made;
};
const codeOf = ({ steps }: Plan): string => steps.filter(({ included }) => included).map(({ code }) => code).join('\n');

describe('rollback.md', () => {
  it('on raxx-api-prod runs the slug path as written', () => {
    const made = plan({ target: 'raxx-api-prod', values: { 'known-good-release': 'v84' } });
    expect(codeOf(made)).toContain('heroku rollback v84 -a raxx-api-prod');
    expect(codeOf(made)).toContain('https://api.raxx.app/api/system/status');
    expect(codeOf(made)).not.toMatch(/velvet|console/);
    expect(made.questions).toEqual([]);
    expect(made.steps.flatMap(({ unboundHosts }) => unboundHosts)).toEqual([]);
  });

  it('on raxx-api-staging marks the health check of another host, and no other piece', () => {
    const made = plan({ target: 'raxx-api-staging', values: { 'known-good-release': 'v84' } });
    const marked = made.steps.flatMap(({ pieces }) => pieces.filter(({ unboundHosts }) => unboundHosts.length > 0));
    expect(marked.map(({ unboundHosts, expectations }) => [unboundHosts, expectations.map(({ text }) => text)])).toEqual([[['api.raxx.app'], ['200']]]);
    expect(codeOf(made)).not.toMatch(/raxx-api-prod/);
  });

  it.each([['raxx-console-prod', 'console.raxx.app'], ['raxx-console-staging', 'console-staging.raxx.app']])('on %s the console block stands in for the one before it', (target, host) => {
    const made = plan({ target, values: { 'known-good-release': 'v84' } });
    expect(codeOf(made)).toContain(`https://${host}/health`);
    expect(codeOf(made)).not.toMatch(/api\.raxx\.app|raxx-api|velvet/);
    expect(codeOf(made).match(/-a \S+/g)?.every((argument) => argument === `-a ${target}`)).toBe(true);
    expect(made.steps.flatMap(({ included, unboundHosts }) => (included ? unboundHosts : []))).toEqual([]);
  });

  it('on a velvet app runs the container path with its image tag', () => {
    const made = plan({ target: 'raxx-velvet-staging', values: { 'prior-tag': 'main-abc123' } });
    expect(codeOf(made)).toContain('docker pull ghcr.io/raxx-app/trademasterapi/velvet:main-abc123');
    expect(codeOf(made)).toContain('docker push registry.heroku.com/raxx-velvet-staging/web');
    expect(codeOf(made)).not.toMatch(/heroku rollback|raxx-velvet-prod/);
  });

  it('asks for the target, then the parameters of what would run on it', () => {
    expect(plan({}).questions.map(({ kind, name }) => [kind, name])).toEqual([['target', 'App'], ['parameter', 'known-good-release'], ['parameter', 'prior-tag']]);
    expect(plan({ target: 'raxx-api-prod' }).questions).toEqual([expect.objectContaining({ name: 'known-good-release', example: 'v84', steps: ['slug-path-2', 'verify-recovery-1'] })]);
    expect(plan({ target: 'raxx-velvet-prod' }).questions.map(({ name }) => name)).toEqual(['prior-tag']);
  });

  it('expects the release that was given', () => {
    const made = plan({ target: 'raxx-api-prod', values: { 'known-good-release': 'v83' } });
    expect(made.steps.flatMap(({ pieces }) => pieces.flatMap(({ expectations }) => expectations.flatMap(({ parts }) => parts)))).toContain('Rollback to v83');
  });
});

describe('paths to choose from', () => {
  const runbook = parseRunbook(
    '# Rollback\n\n## Procedure\n\n### Path A — canary\n\n```bash\nkubectl argo rollouts abort <service>\n```\n\n### Path B — plain\n\n```bash\nkubectl rollout undo deployment/<service>\n```\n\n## Verification\n\n```bash\ncurl -sf https://<service>.example.com/ready | jq .\n#    Expect HTTP 200 + body {"status":"ready"}\n```\n',
    'x.md',
  );

  it('are out until one is chosen', () => {
    const { plan: made } = planRun(runbook, EMPTY_REQUEST);
    expect(made.steps.map(({ included }) => included)).toEqual([false, false, true]);
    expect(made.questions.map(({ kind, name }) => [kind, name])).toEqual([['alternative', 'Procedure'], ['parameter', 'service']]);
  });

  it('of which one is chosen run as written', () => {
    const { plan: made, problems } = planRun(runbook, { ...EMPTY_REQUEST, sections: ['path b'], values: { service: 'fraud' } });
    expect(problems).toEqual([]);
    expect(codeOf(made)).toContain('kubectl rollout undo deployment/fraud');
    expect(codeOf(made)).not.toContain('abort');
    expect(made.questions).toEqual([]);
  });
});
