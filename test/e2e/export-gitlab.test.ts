import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { jobsOf, type PipelineOutcome, pipelineOf, runPipeline, runPipelineJob, type Variables } from '../export/pipeline-engine.ts';
import { APPS, PLAYS_DRILLS, repository, type Repository } from '../export/repository.ts';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { called } from './helpers/index.ts';

describe('a pipeline of rollback.md', () => {
  it.skipIf(!PLAYS_DRILLS)(`drills all five apps, two at a time; the one that fails is told, and every row is pushed${PLAYS_DRILLS ? '' : ' (skipped: npm run drills plays it)'}`, async () => {
    const cloud = newCloud('--app', 'raxx-console-prod', '--fail', 'rollback-refused');
    onTestFinished(cloud.remove);
    const { folder, clone, rowsOf } = await repository();
    const { stdout } = await called('export', 'gitlab', 'rollback.md', '--allow-destructive', '--max-parallel', '2', '--secret', 'HEROKU_API_KEY').in(folder.at('work')).expect({ status: 0, stderr: '' });
    const pipeline = pipelineOf(stdout, { target: 'all targets', 'known-good-release': 'v84', 'prior-tag': 'main-abc123' });
    const names = jobsOf(pipeline, { CI_PIPELINE_SOURCE: 'web' }) ?? [];
    const { outcomes, most } = await runPipeline(pipeline, names, (name, job) => runPipelineJob(name, job, clone(name.replace(' ', '-')), folder, { ...cloud.env, HEROKU_API_KEY: 'key-of-the-cloud' }));
    const told = outcomes.map(({ name, status, log }) => `${name} ${status}\n${log}`).join('\n\n');
    expect(most).toBe(2);
    expect(outcomes.map(({ name, status }) => [name, status]), told).toEqual(APPS.map((app) => [`on ${app}`, app === 'raxx-console-prod' ? 1 : 0]));
    for (const app of APPS) {
      const [page, junit] = ['runbook-report.html', 'runbook-report.xml'].map((name) => readFileSync(join(folder.at(`on-${app}`), name), 'utf8'));
      expect(page).toContain(app);
      expect(junit).toMatch(app === 'raxx-console-prod' ? /<testsuite name="raxx-console-prod" tests="\d+" failures="1"/ : /failures="0"/);
    }
    expect(cloud.type('heroku releases -a raxx-api-prod').stdout).toContain('Rollback to v84');
    expect(rowsOf('ada').map((row) => row.split('|')[2]?.trim()).sort()).toEqual(APPS);
    expect(rowsOf('ada').filter((row) => row.includes('Failed'))).toHaveLength(1);
  }, 180_000);
});

const TABLE = '\n## Execution history\n\n| Date (UTC) | Operator | Outcome |\n|---|---|---|\n| 2026-01-01 | x | Success |\n';
const SHOP = `# Restart the shop

| App | Region |
| --- | --- |
| shop-eu-staging | eu |
| shop-us-prod | us |

## Option A: it's "one" $(id)

\`\`\`bash
echo "took-one shop-eu-staging again \${APP} for "<word>
\`\`\`

## Option B: two

\`\`\`bash
echo took-two shop-eu-staging
\`\`\`
${TABLE}`;
const ONE = 'Option A: it\'s "one" $(id)';

/** The job of the staging shop in a clone. */
async function started(args: readonly string[], inputs: Variables, given: Variables = {}): Promise<PipelineOutcome & Pick<Repository, 'folder' | 'git'>> {
  const { folder, git, clone } = await repository({ 'work/shop.md': SHOP });
  const { stdout } = await called('export', 'gitlab', 'shop.md', ...args).in(folder.at('work')).expect({ status: 0, stderr: '' });
  const { jobs } = pipelineOf(stdout, { target: 'shop-eu-staging', ...inputs });
  const name = 'on shop-eu-staging';
  const job = jobs.get(name);
  if (job === undefined) throw new Error(`no job ${name} in ${[...jobs.keys()].join(', ')}`);
  return { ...(await runPipelineJob(name, job, clone('job'), folder, given)), folder, git };
}

/** Variables that somebody gives a pipeline, or a job that waits for a person. */
const HOSTILE = {
  RUNBOOK_SET_APP: 'shop-us-prod', RUNBOOK_SET_REGION: 'us', RUNBOOK_TARGET: 'shop-us-prod', RUNBOOK_FILE: 'other.md', RUNBOOK_PACKAGE: 'other', RUNBOOK_SKIP: 'steps-1', RUNBOOK_OPERATOR: 'nobody',
  target: 'shop-us-prod', args: '--dry-run', operator: 'nobody', status: '0', before: 'x', run: 'x', folder: '/', name: 'RUNBOOK_SET_WORD', APP: 'shop-us-prod',
};

describe('the lines of a pipeline', () => {
  it('act on the target that stands in them, whatever variables say', async () => {
    const { log, status } = await started(['--row', 'none'], { 'choice-1': ONE, word: 'w1' }, HOSTILE);
    expect(status, log).toBe(0);
    expect(log).toContain('took-one shop-eu-staging again shop-eu-staging for w1\n');
    expect(log).not.toContain('shop-us-prod');
  }, 60_000);

  it('let no value become code, and take no choice that is not offered', async () => {
    const value = await started(['--row', 'none'], { 'choice-1': ONE, word: '"; touch broken; $(touch broken) #' });
    expect([value.status, value.log]).toEqual([2, expect.stringMatching(/word[^]*contains spaces|has \S+ in it/)]);
    const choice = await started(['--row', 'none'], { 'choice-1': ONE, word: 'w1' }, { RUNBOOK_CHOICE_1: 'x) touch broken' });
    expect([choice.status, choice.log]).toEqual([2, 'runbook: choice-1: no such choice is offered\n']);
    for (const { folder, log } of [value, choice]) {
      expect(() => folder.read('job/broken')).toThrow();
      expect(log).not.toContain('took-');
    }
  }, 60_000);

  it('say what was not given, and which secret is not there', async () => {
    const open = await started(['--row', 'none', '--secret', 'SHOP_KEY'], { 'choice-1': ONE }, { SHOP_KEY: 'k' });
    expect([open.status, open.log]).toEqual([2, expect.stringContaining('parameter word has no value')]);
    const secret = await started(['--row', 'none', '--secret', 'SHOP_KEY'], { 'choice-1': ONE, word: 'w' });
    expect([secret.status, secret.log]).toEqual([2, expect.stringContaining('the variable SHOP_KEY is not set')]);
  }, 60_000);

  it('push the row on a branch of its own where it comes as a merge request', async () => {
    const { folder, git, clone } = await repository({ 'work/shop.md': SHOP });
    git('--git-dir', folder.at('origin.git'), 'config', 'receive.advertisePushOptions', 'true');
    folder.write('origin.git/hooks/pre-receive', '#!/bin/sh\nprintf "%s\\n" "$GIT_PUSH_OPTION_0" "$GIT_PUSH_OPTION_1" "$GIT_PUSH_OPTION_2" > options\n');
    chmodSync(folder.at('origin.git/hooks/pre-receive'), 0o755);
    const { stdout } = await called('export', 'gitlab', 'shop.md', '--row', 'merge-request').in(folder.at('work')).expect({ status: 0, stderr: '' });
    const job = pipelineOf(stdout, { target: 'shop-eu-staging', 'choice-1': 'Option B: two' }).jobs.get('on shop-eu-staging');
    const { status, log } = job === undefined ? { status: -1, log: 'no job' } : await runPipelineJob('on shop-eu-staging', job, clone('job'), folder, {});
    expect(status, log).toBe(0);
    const [before, branch] = ['main', 'runbook/row-7'].map((name) => git('--git-dir', folder.at('origin.git'), 'show', `${name}:shop.md`));
    expect(before).not.toContain('| ada |');
    expect(branch).toContain('| ada |');
    expect(folder.read('origin.git/options')).toMatch(/^merge_request\.create\nmerge_request\.target=main\nmerge_request\.title=Record /);
  }, 60_000);
});
