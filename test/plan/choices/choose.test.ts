import { describe, expect, it } from 'vitest';
import type { Sketch } from '../build.ts';
import { planOf, resultOf } from '../build.ts';
import { EMPTY_REQUEST, planRun, type PlanRequest } from '../../../src/plan/index.ts';
import { read } from '../../parse/read.ts';

const span = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };

const paths: Sketch = {
  sections: [
    { heading: 'Pre-flight', steps: ['date'] },
    { heading: 'Procedure' },
    { heading: 'Path A — canary in progress', depth: 3, steps: ['abort <service>', 'status <service>'] },
    { heading: 'Path B — plain deployment', depth: 3, steps: ['undo <service>'] },
    { heading: 'Troubleshooting', role: 'contingency', steps: ['describe <pod>'] },
    { heading: 'The pod is stuck', depth: 3, role: 'contingency', steps: ['delete <pod>'] },
    { heading: 'Verification', role: 'verification', steps: ['curl x', { code: 'bench', pins: { excludeFromRunAll: { value: true, span } } }] },
  ],
  alternatives: [['Path A — canary in progress', 'Path B — plain deployment']],
};

const ids = (request: Partial<PlanRequest> = {}): readonly string[] => planOf(paths, request).steps.filter(({ included }) => included).map(({ step }) => step.id);
const reason = (id: string, request: Partial<PlanRequest> = {}): string | undefined => planOf(paths, request).steps.find(({ step }) => step.id === id)?.reason;

describe('alternatives', () => {
  it('are all out until one is chosen, and that is a question', () => {
    expect(ids()).toEqual(['pre-flight-1', 'verification-1']);
    expect(planOf(paths).questions).toEqual([expect.objectContaining({ kind: 'alternative', name: 'Procedure', choices: ['Path A — canary in progress', 'Path B — plain deployment'] })]);
    expect(reason('path-b-plain-deployment-1')).toBe('one of 2 alternatives, none is chosen yet; --section "Path B — plain deployment" (line 7) brings it in');
  });

  it('right below the title are not called by it, as all of the file is', () => {
    const runbook = read("# Rotate the keys\n\n## Option A: by hand\n\n'''sh\nls a\n'''\n\n## Option B: by script\n\n'''sh\nls b\n'''\n");
    expect(planRun(runbook, EMPTY_REQUEST).plan.questions).toMatchObject([{ kind: 'alternative', name: 'alternatives' }]);
  });

  it.each(['Path B — plain deployment', 'path b', 'B', 'Plain deployment', '#path-b-plain-deployment', 'path b — plain'])('--section "%s" chooses', (section) => {
    const plan = planOf(paths, { sections: [section] });
    expect(plan.alternatives[0]).toMatchObject({ name: 'Procedure', chosen: ['Path B — plain deployment'] });
    expect(ids({ sections: [section] })).toEqual(['pre-flight-1', 'path-b-plain-deployment-1', 'verification-1']);
    expect(plan.questions.map(({ name }) => name)).toEqual(['service']);
    expect(reason('path-a-canary-in-progress-1', { sections: [section] })).toBe('"Path B — plain deployment" (line 7) is chosen instead');
  });

  it('of which two are given are a mistake', () => {
    expect(resultOf(paths, { sections: ['A', 'B'] }).problems[0]).toMatchObject({ kind: 'section', advice: 'choose one of them' });
  });

  it('that only fit one target are chosen by it', () => {
    const sketch: Sketch = {
      system: ['api-1', 'web-1'],
      sections: [{ heading: 'Option A', applies: ['api-*'], steps: ['a'] }, { heading: 'Option B', applies: ['web-*'], steps: ['b'] }],
      alternatives: [['Option A', 'Option B']],
    };
    expect(planOf(sketch, { target: 'web-1' })).toMatchObject({ questions: [], steps: [{ included: false }, { included: true, reason: '"Option B" (line 3) is the alternative for this target' }] });
  });
});

describe('--section', () => {
  it('brings a contingency in, or a part of it', () => {
    expect(ids({ sections: ['Troubleshooting'] })).toEqual(['pre-flight-1', 'troubleshooting-1', 'the-pod-is-stuck-1', 'verification-1']);
    expect(ids({ sections: ['the pod is stuck'] })).toEqual(['pre-flight-1', 'the-pod-is-stuck-1', 'verification-1']);
    expect(reason('the-pod-is-stuck-1')).toBe('"The pod is stuck" (line 11) is a contingency; --section "The pod is stuck" brings it in');
  });

  it.each([
    ['Trubleshooting', 'no such section', /^did you mean Troubleshooting\?/],
    ['Verification', 'it is in the plan already', /^to run less, name steps with --only or --from/],
    ['P', 'it may be any of 4 sections', /^give one of: "Pre-flight", "Procedure"/],
  ])('"%s" is refused', (section, why, advice) => {
    expect(resultOf(paths, { sections: [section] }).problems).toEqual([expect.objectContaining({ kind: 'section', why, advice: expect.stringMatching(advice) })]);
  });
});

describe('--from, --only, --skip', () => {
  it('choose steps by id', () => {
    expect(ids({ from: 'verification-1' })).toEqual(['verification-1']);
    expect(ids({ only: ['pre-flight-1'] })).toEqual(['pre-flight-1']);
    expect(ids({ skip: ['pre-flight-1'] })).toEqual(['verification-1']);
    expect(reason('pre-flight-1', { from: 'verification-1' })).toBe('before verification-1, where --from begins');
  });

  it('--only brings in what is out by default, and then nothing is open about it', () => {
    expect(ids({ only: ['path-b-plain-deployment-1', 'verification-2'] })).toEqual(['path-b-plain-deployment-1', 'verification-2']);
    expect(planOf(paths, { only: ['path-b-plain-deployment-1'] }).questions.map(({ kind }) => kind)).toEqual(['parameter']);
  });

  it('a step that its author keeps out runs only by name', () => {
    expect(reason('verification-2')).toBe('excludeFromRunAll (line 1)');
  });

  it.each<[string, Partial<PlanRequest>, string]>([
    ['unknown', { only: ['pre-flight-2'] }, 'no such step'],
    ['a step that is out', { from: 'troubleshooting-1' }, 'the step is out: "Troubleshooting" (line 9) is a contingency; --section "Troubleshooting" brings it in'],
    ['skipped as well', { only: ['pre-flight-1'], skip: ['pre-flight-1'] }, 'the step is out: named by --skip'],
    ['nothing left', { skip: ['pre-flight-1', 'verification-1'] }, 'the options leave no step in the plan'],
  ])('%s is refused', (_, request, why) => {
    expect(resultOf(paths, request).problems).toEqual([expect.objectContaining({ why })]);
  });

  it('an unknown step is answered with what was meant', () => {
    expect(resultOf(paths, { skip: ['preflight-1'] }).problems[0]).toMatchObject({ what: '--skip preflight-1', advice: expect.stringMatching(/^did you mean pre-flight-1\?/) });
  });
});
