import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Exported, gitlabPipeline } from '../../src/export/index.ts';
import { RunbookError } from '../../src/model/index.ts';
import { exported, SHOP } from './exported.ts';
import { jobsOf, parts, pipelineOf, readPipeline, runPipeline } from './pipeline-engine.ts';

const SCHEMA = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync('fixtures/forges/gitlab-ci.json', 'utf8')) as object);

/** What the published schema has to say of both documents, and of the hidden job as if it were none. */
function faults(text: string): readonly string[] {
  const { inputs, body } = parts(text);
  const all = parse(body) as Record<string, object>;
  const documents = [...(text.includes('\n---\n') ? [{ spec: { inputs } }] : []), { ...all, shared: all['.runbook'] }];
  return documents.flatMap((document) => (SCHEMA(document) ? [] : (SCHEMA.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)));
}

const FULL: Partial<Exported> = { drill: { cron: '0 4 * * 1', targets: ['shop-eu'] }, secretNames: ['SHOP_KEY'], skip: ['steps-2'], settle: ['steps-1/conditional=run'] };
const GIVEN = { target: 'shop-eu', 'choice-1': 'Option B: at once', 'good-version': 'v12', ticket: 'T-1' };
const LOOK = '# Look\n\n## Steps\n\n```bash\nuptime\n```\n';

describe('the pipeline', () => {
  it.each(['commit', 'pull-request', 'none'] as const)('is valid by the published schema, the row by %s', (row) => {
    expect(faults(gitlabPipeline(exported(SHOP, { ...FULL, row, failFast: true })))).toEqual([]);
    expect(faults(gitlabPipeline(exported(SHOP, { row })))).toEqual([]);
  });

  it('is valid for a runbook that asks for nothing, and acts on nothing', () => {
    const text = gitlabPipeline(exported(LOOK));
    expect(faults(text)).toEqual([]);
    expect(text).not.toMatch(/environment:|--target|spec:|needs:/);
    expect(jobsOf(pipelineOf(text), { CI_PIPELINE_SOURCE: 'web' })).toEqual(['run the runbook']);
    const held = gitlabPipeline(exported(LOOK, { environment: 'production' }));
    expect(faults(held)).toEqual([]);
    expect(pipelineOf(held).jobs.get('run the runbook')?.environment).toEqual({ name: 'production' });
    expect(() => gitlabPipeline(exported(LOOK, { environment: 'a@b' }))).toThrow(/environment/);
  });

  it('is told apart from one that is not valid', () => {
    const text = gitlabPipeline(exported());
    expect(faults(text.replace('resource_group: runbook', 'resource_group: 1 #'))).not.toEqual([]);
    expect(faults(text.replace('when: always\n    paths', 'when: sometimes\n    paths'))).not.toEqual([]);
    expect(faults(text.replace('regex: ', 'regex: 5 #'))).not.toEqual([]);
  });

  it('asks for the target, for choices and for values, and has an answer where nobody is asked', () => {
    const text = gitlabPipeline(exported());
    const { inputs } = parts(text);
    expect(inputs).toMatchObject({
      target: { default: 'not given', options: ['not given', 'shop-eu', 'shop-us', 'all targets'] },
      'choice-1': { default: 'not given', options: ['not given', 'Option A: drain first', 'Option B: at once', 'none of them'] },
      'good-version': { default: 'not given' },
      ticket: { default: 'not given' },
    });
    expect(inputs['good-version']?.description).toMatch(/v12.*must be given/);
    expect(Object.keys(inputs)).toHaveLength(4);
    expect(jobsOf(pipelineOf(text), { CI_PIPELINE_SOURCE: 'web' })).toEqual([]);
  });

  it('starts the jobs of what was chosen, on a schedule those of the drill, and none on a push', () => {
    const text = gitlabPipeline(exported(SHOP, FULL));
    const jobs = (given: object, source: string): readonly string[] | null => jobsOf(pipelineOf(text, { ...given }), { CI_PIPELINE_SOURCE: source });
    expect(jobs({ target: 'shop-us' }, 'web')).toEqual(['on shop-us']);
    expect(jobs({ target: 'all targets' }, 'api')).toEqual(['on shop-eu', 'on shop-us']);
    expect(jobs({ target: 'all targets' }, 'schedule')).toEqual(['on shop-eu']);
    expect(jobs({ target: 'all targets' }, 'push')).toBeNull();
    expect(jobs({ target: 'all targets' }, 'merge_request_event')).toBeNull();
    expect(jobsOf(pipelineOf(gitlabPipeline(exported()), GIVEN), { CI_PIPELINE_SOURCE: 'schedule' })).toBeNull();
  });

  it('gives each target its environment, its turn and its place in a lane', () => {
    const targets = ['a', 'b', 'c'];
    const { jobs, workflow } = pipelineOf(gitlabPipeline(exported(SHOP, { targets, failFast: true })), { target: 'all targets' });
    expect([...jobs].map(([name, { environment, resource_group: group, needs }]) => [name, environment?.name, group, needs])).toEqual([
      ['on a', 'a', 'runbook runbooks/shop.md on a', []],
      ['on b', 'b', 'runbook runbooks/shop.md on b', []],
      ['on c', 'c', 'runbook runbooks/shop.md on c', [{ job: 'on a', optional: true }]],
    ]);
    expect(workflow.auto_cancel).toEqual({ on_job_failure: 'all' });
    expect(jobs.get('on c')?.rules?.at(-1)?.when).toBe('on_success');
    expect(pipelineOf(gitlabPipeline(exported(SHOP, { targets }))).jobs.get('on c')?.rules?.at(-1)?.when).toBe('always');
  });

  it.each([1, 2, 3])('lets at most %i act at a time, of all targets and of a drill', async (maxParallel) => {
    const targets = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const pipeline = pipelineOf(gitlabPipeline(exported(SHOP, { targets, maxParallel, drill: { cron: '0 4 * * 1', targets: ['a', 'd', 'f', 'g'] } })), { target: 'all targets' });
    const most = async (source: string): Promise<number> => (await runPipeline(pipeline, jobsOf(pipeline, { CI_PIPELINE_SOURCE: source }) ?? [], async (name) => ({ name, status: await Promise.resolve(0), log: '' }))).most;
    expect(await most('web')).toBe(maxParallel);
    // Where both kinds of lanes meet it may be fewer.
    expect(await most('schedule')).toBe(Math.min(maxParallel, 2));
  });

  it('names the secrets, and what has to be set in the project', () => {
    const text = gitlabPipeline(exported(SHOP, FULL));
    expect(text).toMatch(/^# - Set these variables of the project, masked and protected: RUNBOOK_SET_SHOP_TOKEN, SHOP_KEY\.$/m);
    expect(text).toMatch(/^# - Set "Minimum role to use pipeline variables" \(ci_pipeline_variables_minimum_override_role\) to no_one_allowed/m);
    expect(text).toContain('"0 4 * * 1"');
    expect(pipelineOf(text, GIVEN).jobs.get('on shop-eu')?.variables).not.toHaveProperty('RUNBOOK_SET_SHOP_TOKEN');
  });

  it('is refused past what GitLab takes', () => {
    expect(() => gitlabPipeline(exported(SHOP, { targets: Array.from({ length: 501 }, (_, index) => `shop-${index}`) }))).toThrow(/501 targets/);
    const words = Array.from({ length: 21 }, (_, index) => `use <value-${'abcdefghijklmnopqrstuvwxyz'[index] ?? ''}>`).join('\n');
    expect(() => gitlabPipeline(exported(`# Much\n\n## Steps\n\n\`\`\`bash\n${words}\n\`\`\`\n`))).toThrow(/asks for 21 values/);
    for (const target of ['shop@eu', 'shop/', '/shop', 'shöp', 'a'.repeat(253), 'shop"', 'not given']) expect(() => gitlabPipeline(exported(SHOP, { targets: [target, 'shop-us'] })), target).toThrow(RunbookError);
  });
});

describe('the lines of a job', () => {
  it('give each choice back as it is, whatever it is called', () => {
    const labels = ['esac', '-x', "it's", ';;', ') id', '$(id)', '*', '"', '\\', 'a b'];
    const whole = exported(SHOP);
    const choices = whole.surface.choices.map((choice) => ({ ...choice, labels }));
    const { jobs } = pipelineOf(gitlabPipeline({ ...whole, surface: { ...whole.surface, choices }, row: 'none' }));
    const script = jobs.get('on shop-eu')?.script.join('\n').replace(/^npx .*? run .*$/m, 'printf "%s\\n" "${args[@]}"; exit') ?? '';
    const all = execFileSync('bash', ['-c', `for label in "$@"; do ( export RUNBOOK_CHOICE_1="$label"\n${script}\n); done`, 'bash', ...labels], { encoding: 'utf8', env: { PATH: process.env['PATH'], GITLAB_USER_LOGIN: 'ada' } });
    expect(all.split('\n').filter((word) => word.startsWith('--section'))).toEqual(labels.map((label) => `--section=${label}`));
    expect(all.split('\n').filter((word) => word.startsWith('shop-'))).toEqual(labels.map(() => 'shop-eu'));
  });
});

describe('variables that come before those of the job', () => {
  it.each(['RUNBOOK_SET_GOOD_VERSION', 'RUNBOOK_SET_TICKET', 'RUNBOOK_CHOICE_1', 'RUNBOOK_TARGET'])('make no pipeline where they carry an answer: %s', (name) => {
    const pipeline = pipelineOf(gitlabPipeline(exported()), GIVEN);
    expect(jobsOf(pipeline, { CI_PIPELINE_SOURCE: 'web' })).toEqual(['on shop-eu']);
    expect(jobsOf(pipeline, { CI_PIPELINE_SOURCE: 'web', [name]: 'shop-us' })).toBeNull();
    expect(jobsOf(pipeline, { CI_PIPELINE_SOURCE: 'web', [name]: '' })).toBeNull();
  });
});

const PIECES = ["'", '"', '`', '$(id)', '${{ secrets.X }}', '$[[ inputs.ticket ]]', '$CI_JOB_TOKEN', '\n', '\r', '\u0085', '\u2028', '\t', ': ', '#', ' #', '- ', '\\', '|', '>', 'a', 'ü', '\u202e', '%', '*lines', '&x', '!reference [a]', '{', '---', '\nscript: [id]', ' '];
const HOSTILE = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((all) => all.join(''));

describe('values', () => {
  it('are refused by what the pipeline says of them, or arrive as they are and nowhere else', () => {
    const text = gitlabPipeline(exported(SHOP, FULL));
    const plain = pipelineOf(text, { ...GIVEN, ticket: 'T-1' });
    let taken = 0;
    fc.assert(
      fc.property(HOSTILE, (ticket) => {
        const pipeline = readPipeline(text, { ...GIVEN, ticket });
        if (typeof pipeline === 'string') return;
        taken++;
        const carried = pipeline.jobs.get('on shop-eu')?.variables?.['RUNBOOK_SET_TICKET'];
        // Blanks before it are the block's.
        expect(carried).toEqual({ value: ticket.trimStart(), expand: false });
        const without = JSON.stringify([pipeline.workflow, ...pipeline.jobs], (key, value: unknown) => (key === 'RUNBOOK_SET_TICKET' ? 'T-1' : value));
        expect(without).toBe(JSON.stringify([plain.workflow, ...plain.jobs], (key, value: unknown) => (key === 'RUNBOOK_SET_TICKET' ? 'T-1' : value)));
      }),
      { numRuns: 100 },
    );
    expect(taken).toBeGreaterThan(15);
  });

  it.each(['two\nlines', 'a\u2028b', 'a\tb', '', '  ', '\u202e'])('are refused: %j', (ticket) => {
    expect(readPipeline(gitlabPipeline(exported()), { ...GIVEN, ticket })).toMatch(/does not match/);
  });
});

describe('names that are not what they seem', () => {
  it('are refused, or stand where nothing reads them as anything else', () => {
    const whole = exported(SHOP, FULL);
    const lines = (text: string): number => pipelineOf(text, { target: 'shop-us' }).jobs.get('on shop-us')?.script.join('\n').split('\n').length ?? 0;
    const plain = lines(gitlabPipeline(whole));
    let taken = 0;
    fc.assert(
      fc.property(HOSTILE, fc.constantFrom('target', 'label', 'step', 'title', 'description', 'file', 'skip'), (name, where) => {
        const choices = whole.surface.choices.map((choice) => ({ ...choice, ...(where === 'label' ? { labels: [name, 'b'] } : where === 'step' ? { steps: [name] } : {}) }));
        const values = whole.surface.values.map((value) => (where === 'description' ? { ...value, parameter: { ...value.parameter, description: name } } : value));
        const text = taking(() => gitlabPipeline({ ...whole, surface: { ...whole.surface, choices, values }, ...(where === 'target' ? { targets: [name, 'shop-us'] } : where === 'title' ? { title: name } : where === 'file' ? { file: name } : where === 'skip' ? { skip: [name] } : {}) }));
        if (text === null) return;
        taken++;
        expect(faults(text)).toEqual([]);
        // A name adds no line, and no expression is there that we did not write.
        expect(lines(text)).toBe(plain);
        expect(new Set(parts(text).body.match(/\$\[\[.*?\]\]/g))).toEqual(new Set(['$[[ inputs.target ]]', '$[[ inputs.choice-1 ]]', '$[[ inputs.good-version ]]', '$[[ inputs.ticket ]]']));
      }),
      { numRuns: 100 },
    );
    expect(taken).toBeGreaterThan(15);
  });

  function taking(write: () => string): string | null {
    try {
      return write();
    } catch (error) {
      if (error instanceof RunbookError) return null;
      throw error;
    }
  }
});
