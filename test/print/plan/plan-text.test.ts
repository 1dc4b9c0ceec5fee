import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { planText } from '../../../src/print/index.ts';
import { planOf, type Sketch } from '../../plan/build.ts';
import { rollback } from '../../plan/rollback.ts';

const show = (request = {}, options = {}): string => planText(planOf(rollback, request), { colour: false, ...options });

describe('the plan for a person', () => {
  it('says for each target what would run and why, until one is chosen', () => {
    const text = show();
    for (const targets of ['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod, raxx-console-staging', 'raxx-velvet-*']) expect(text).toMatch(new RegExp(`^  ${targets.replace('*', '\\*')} · \\d run$`, 'm'));
    expect(text).toContain(`  raxx-velvet-* · 2 run
    ● pre-flight-1: in "Pre-flight" (line 1)
    ● container-path-1: for raxx-velvet-* (line 20)
    ○ slug-path-1, slug-path-2, verify-1, verify-2: for raxx-api-*,
      raxx-console-* only (line 3)
`);
    expect(text).toContain('! verify-1: api.raxx.app belongs to another target (unbound host)');
  });

  it('says once what is the same on all targets', () => {
    const rows = Array.from({ length: 3 }, (_, index) => [`host-${index + 1}`]);
    const text = planText(planOf({ table: { columns: ['Host'], rows }, sections: [{ heading: 'Do', steps: ['ping host-1', 'date', 'uptime'] }] }), { colour: false });
    expect(text).toMatch(/\n\nWhat runs on each target {2}the same 3 of 3 steps\n\nPlan {2}3 of 3 steps/);
  });

  it('for one target shows what would run there, and what each step needs', () => {
    const text = show({ target: 'raxx-api-staging' });
    expect(text).not.toContain('What runs on each target');
    expect(text).toContain(`
  ● slug-path-2 · command · line 5
      heroku rollback v84 -a raxx-api-staging
    needs known-good-release

`);
    expect(text).toContain(`
      ! unbound host: api.raxx.app belongs to another target; unattended this is
      skipped
      expects: 200 (literal, line 1)
`);
    expect(text).toContain('  --set known-good-release=…  e.g. v84;');
  });

  it('says a reason once for neighbours that share it', () => {
    const text = show({ target: 'raxx-velvet-prod' });
    expect(text).toContain(`
  ○ slug-path-1, slug-path-2 · lines 4–5
    out: for raxx-api-*, raxx-console-* only (line 3); the target is
    raxx-velvet-prod
`);
    expect(show({ target: 'raxx-api-prod' }).match(/and the target is raxx-api-prod/g)).toHaveLength(2);
  });

  it('with everything known has no open question', () => {
    const text = show({ target: 'raxx-api-prod', values: { 'known-good-release': 'v83' } });
    expect(text).not.toContain('Open questions');
    expect(text).toContain('known-good-release  v83, from --set');
    expect(text).toContain('expects: top row reads "Rollback to v83" (quoted, line 1)');
  });

  it('of a dry run says that nothing runs', () => {
    expect(show({}, { dryRun: true })).toMatch(/^Dry run: nothing is run\.\n/);
  });

  it.each([40, 60, 80])('fits %i columns and loses no code', (width) => {
    const long: Sketch = { sections: [{ heading: 'A heading of some length that says a lot about what it is for', steps: [`curl -sf -o /dev/null -w "%{http_code}" https://a-host-with-a-long-name.example.com/${'path/'.repeat(30)} --and --more options\n# Expected: 200`] }] };
    const text = planText(planOf(long), { colour: false, width });
    expect(Math.max(...[...text.split('\n'), ...show({}, { width }).split('\n')].map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    expect(text.replace(/[\s↪]/g, '')).toContain(`/${'path/'.repeat(30)}--and--moreoptions`);
  });

  it('is painted only where colour is wanted', () => {
    expect(show()).not.toContain('\u001b');
    expect(planText(planOf(rollback), { colour: true })).toContain('\u001b[1mOpen questions');
  });

  it('keeps control characters of the file from the terminal, and secrets from the eye', () => {
    const sketch: Sketch = { parameters: [{ name: 'api-token', written: 'TTT' }], sections: [{ heading: 'Do\u001b[2J', steps: ['login TTT\u0007'] }] };
    const text = planText(planOf(sketch, { values: { 'api-token': 's3cret' } }), { colour: false });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|s3cret/);
    expect(text).toContain('login "$RUNBOOK_SECRET_');
  });

  it('of a file without steps says so', () => {
    expect(planText(planOf({ sections: [] }), { colour: false })).toBe('x.md\nx.md\n\nNo steps.\n');
  });
});
