import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { build } from './build.ts';
import { rollback } from './rollback.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('raxx-api-prod', 'raxx-velvet-x', 'slug-path-2', 'verify-2', 'Slug path', 'If it fails', 'v85'));
const runbook = build(rollback);

it('any request gives a plan of all steps, each with its reason, and the same one again', () => {
  const request = fc.record(
    { target: text, from: text, only: fc.array(text, { maxLength: 2 }), skip: fc.array(text, { maxLength: 2 }), sections: fc.array(text, { maxLength: 2 }), values: fc.dictionary(fc.constantFrom('known-good-release', 'prior-tag', 'other', '__proto__'), text) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(request, (asked) => {
      const { plan, problems } = planRun(runbook, { ...EMPTY_REQUEST, ...asked });
      expect(plan.steps.map(({ step }) => step.id)).toEqual(runbook.steps.map(({ id }) => id));
      for (const { reason } of plan.steps) expect(reason).not.toBe('');
      for (const { what, why, advice } of problems) expect([what, why, advice]).not.toContain('');
      expect(planRun(runbook, { ...EMPTY_REQUEST, ...asked })).toEqual({ plan, problems });
    }),
  );
});

it('a runbook of ten thousand steps is planned within a second or so', () => {
  const long = build({ table: { columns: ['Host'], rows: [['a-1'], ['b-1']] }, sections: [{ heading: 'Do', steps: Array.from({ length: 2_000 }, () => 'ping a-1') }] });
  const steps = Array.from({ length: 10_000 }, (_, index) => ({ ...long.steps[index % 2_000]!, index, id: `s-${index}` }));
  const before = performance.now();
  expect(planRun({ ...long, steps }, { ...EMPTY_REQUEST, target: 'b-1', from: 's-9999' }).plan.steps.filter(({ included }) => included)).toHaveLength(1);
  expect(performance.now() - before).toBeLessThan(3_000);
});
