import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { APPS, PLAYS_DRILLS, repository } from '../export/repository.ts';
import { evaluated, type JobOutcome, readWorkflow, runJob, targetsOf, type Workflow } from '../export/workflow-engine.ts';
import { type Cloud, newCloud } from '../fixtures-cloud/cloud.ts';
import { called, workspace, type Workspace } from './helpers/index.ts';

/** All jobs of a start, as many at a time as the workflow allows. */
async function drill(workflow: Workflow, inputs: Readonly<Record<string, string>>, { folder, clone, cloud }: { readonly folder: Workspace; readonly clone: (name: string) => string; readonly cloud: Cloud }): Promise<readonly JobOutcome[]> {
  const start = { inputs, github: { event_name: 'workflow_dispatch', actor: 'ada', token: 'x' }, vars: {}, secrets: { HEROKU_API_KEY: 'key-of-the-cloud' } };
  const waiting = [...targetsOf(workflow, start)];
  const done: JobOutcome[] = [];
  const lane = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const env = { ...cloud.env, GITHUB_ACTOR: 'ada', GITHUB_ACTOR_ID: '7' };
      done.push(await runJob(workflow, clone(`job-${target}`), folder, { contexts: { ...start, matrix: { target } }, env }));
    }
  };
  await Promise.all(Array.from({ length: workflow.jobs.run.strategy['max-parallel'] }, lane));
  return done;
}

describe('a workflow of rollback.md', () => {
  it.skipIf(!PLAYS_DRILLS)(`drills all five apps, two at a time; the one that fails is told, and every row is pushed${PLAYS_DRILLS ? '' : ' (skipped: npm run drills plays it)'}`, async () => {
    const cloud = newCloud('--app', 'raxx-console-prod', '--fail', 'rollback-refused');
    onTestFinished(cloud.remove);
    const { folder, clone, rowsOf } = await repository();
    const { stdout } = await called('export', 'github', 'rollback.md', '--allow-destructive', '--max-parallel', '2', '--secret', 'HEROKU_API_KEY').in(folder.at('work')).expect({ status: 0, stderr: '' });
    const workflow = readWorkflow(stdout);
    expect(workflow.jobs.run.strategy['max-parallel']).toBe(2);
    const done = await drill(workflow, { target: 'all targets', 'known-good-release': 'v84', 'prior-tag': 'main-abc123' }, { folder, clone, cloud });
    const told = done.map(({ target, passed, log }) => `${target} ${passed}\n${log}`).join('\n\n');
    expect(done.filter(({ passed }) => !passed).map(({ target }) => target), told).toEqual(['raxx-console-prod']);
    expect(done.map(({ target }) => target).sort()).toEqual(APPS);
    for (const { target, summary, temp } of done) {
      expect(summary).toContain(target);
      expect(existsSync(join(temp, 'report.html'))).toBe(true);
    }
    const failed = done.find(({ target }) => target === 'raxx-console-prod');
    expect(failed?.log).toMatch(/^::error file=rollback\.md,line=\d+::/m);
    expect(cloud.type('heroku releases -a raxx-api-prod').stdout).toContain('Rollback to v84');
    const rows = rowsOf('ada');
    expect(rows.map((row) => row.split('|')[2]?.trim()).sort()).toEqual(APPS);
    expect(rows.filter((row) => row.includes('Failed'))).toHaveLength(1);
  }, 180_000);

  it('acts on one target where one is chosen, and on what is no production as a drill', async () => {
    const { folder } = await repository();
    const { stdout } = await called('export', 'github', 'rollback.md', '--allow-destructive', '--schedule', '0 4 * * 1', '--fail-fast').in(folder.at('work')).expect({ status: 0 });
    const workflow = readWorkflow(stdout);
    expect(workflow.jobs.run.strategy['fail-fast']).toBe(true);
    expect(targetsOf(workflow, { inputs: { target: 'raxx-velvet-prod' }, github: { event_name: 'workflow_dispatch' } })).toEqual(['raxx-velvet-prod']);
    const onSchedule = { inputs: {}, github: { event_name: 'schedule', actor: 'ada' }, vars: { RUNBOOK_SET_KNOWN_GOOD_RELEASE: 'v84' } };
    expect(targetsOf(workflow, onSchedule)).toEqual(['raxx-api-staging', 'raxx-console-staging']);
    const value = workflow.jobs.run.steps.find(({ id }) => id === 'run')?.env?.['RUNBOOK_SET_KNOWN_GOOD_RELEASE'] ?? '';
    expect(evaluated(value, onSchedule)).toBe('v84');
    expect(evaluated(value, { ...onSchedule, inputs: { 'known-good-release': '' }, github: { event_name: 'workflow_dispatch' } })).toBe('');
  });

  it('is refused with what is open: doubts of all targets at once, destructive steps', async () => {
    const folder = workspace({
      'held.md': '# Restart a node\n\n## Steps\n\n1. If the node is stuck, restart it:\n\n   ```bash\n   systemctl restart shop\n   ```\n\n2. Look at it:\n\n   ```bash\n   uptime\n   ```\n',
      'plain.md': '# Restart\n\n## Steps\n\n```bash\nsystemctl restart shop\n```\n',
    });
    await called('export', 'github', 'held.md', '--allow-destructive').in(folder).expect({ status: 2, stdout: '', stderr: /a piece is held[^]*held\.md:\d+: step steps-1 is held: conditional[^]*--settle steps-1\.0\/conditional=run\|skip/ });
    await called('export', 'github', 'plain.md').in(folder).expect({ status: 2, stderr: /is destructive: it has "restart"/ });
    folder.write('far.md', '# Look\n\n## Steps\n\n```bash {on=ssh:db-1}\nuptime\n```\n');
    await called('export', 'github', 'far.md', '--environment', 'production').in(folder).expect({ status: 0, stdout: /environment: production/, stderr: /warning: steps run on ssh db-1: the jobs have to reach them/ });
    await called('export', 'circle', 'plain.md').in(folder).expect({ status: 2, stderr: /export circle: expected / });
    await called('export', 'github', 'held.md', '--allow-destructive', '--settle', 'steps-1.0/conditional=run').in(folder).expect({ status: 0, stdout: /RUNBOOK_SETTLE: steps-1\.0\/conditional=run/, stderr: /held\.md is not locked/ });
  });
});

describe('a doubt in one of several ways', () => {
  it('is settled as the refusal says: in the lock, with which the job runs', async () => {
    const text = '# Restart\n\n## Option A: rolling\n\nWait for the approval of the lead.\n\n```bash\necho rolling\nsystemctl restart shop\n```\n\n## Option B: hard\n\n```bash\nsystemctl kill shop\n```\n';
    const { folder } = await repository({ 'work/shop.md': text });
    const work = folder.at('work');
    const { stderr } = await called('export', 'github', 'shop.md', '--allow-destructive').in(work).expect({ status: 2, stdout: '', stderr: /step option-a-rolling-1 is held: gate/ });
    const call = /runbook (?<call>lock shop\.md --settle \S+=passed)/.exec(stderr)?.groups?.['call'] ?? '';
    await called('export', 'github', 'shop.md', '--allow-destructive', ...call.split(' ').slice(2)).in(work).expect({ status: 2, stderr: /the step is out[^]*runbook lock shop\.md --settle settles for each target and choice/ });
    await called(...call.split(' ')).in(work).expect({ status: 0, stdout: /^written to runbook\.lock$/m });
    await called('export', 'github', 'shop.md', '--allow-destructive').in(work).expect({ status: 0, stderr: '' });
    await called('show', 'shop.md', '--section', 'Option A: rolling').in(work).expect({ status: 0, stdout: /settled by the lock:\s+passed/ });
  });
});

/** A repository of one runbook, and a start of its workflow in a clone. */
async function started(text: string, args: readonly string[], inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Promise<JobOutcome & { readonly folder: Workspace; readonly git: (...args: string[]) => string }> {
  const { folder, git, clone } = await repository({ 'work/shop.md': text });
  const { stdout } = await called('export', 'github', 'shop.md', ...args).in(folder.at('work')).expect({ status: 0, stderr: '' });
  const checkout = clone('job');
  const contexts = { inputs, github: { event_name: 'workflow_dispatch', actor: 'ada', token: 'x' }, matrix: { target: 'shop' }, secrets: {} };
  const all = { PATH: process.env['PATH'] ?? '', GITHUB_ACTOR: 'ada', GITHUB_ACTOR_ID: '7', GITHUB_SHA: git('rev-parse', 'HEAD').trim(), GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1', GITHUB_REF_NAME: 'main', GITHUB_SERVER_URL: 'https://forge.example', GITHUB_REPOSITORY: 'shop/ops', ...env };
  return { ...(await runJob(readWorkflow(stdout), checkout, folder, { contexts, env: all })), folder, git };
}

const CHOICE = '# Look\n\n## Steps\n\n### Option A: it\'s "one" $(id)\n\n```bash\necho took-one\n```\n\n### Option B: two\n\n```bash\necho took-two <word>\n```\n\n## Then\n\n```bash\necho went-on\n```\n';

describe('the lines of a workflow', () => {
  it.each([
    [{ 'choice-1': 'Option A: it\'s "one" $(id)', word: '' }, ['took-one', 'went-on']],
    [{ 'choice-1': 'Option B: two', word: 'w1' }, ['took-two w1', 'went-on']],
    [{ 'choice-1': 'none of them', word: '' }, ['went-on']],
  ])('take the choice %j', async (inputs, wanted) => {
    const { log, passed } = await started(CHOICE, ['--row', 'none'], inputs);
    expect({ passed, said: log.split('\n').filter((line) => /^(?:took|went)/.test(line)) }, log).toEqual({ passed: true, said: wanted });
  });

  it('let no value become code', async () => {
    const { log, passed } = await started(CHOICE, ['--row', 'none'], { 'choice-1': 'Option B: two', word: '"; touch broken; $(touch broken) #' });
    expect(passed).toBe(false);
    expect(log).toMatch(/contains spaces|has \S+ in it/);
    expect(log).not.toContain('took-two');
  });

  it('put the row on a branch of its own where it comes as a pull request', async () => {
    const table = '\n## Execution history\n\n| Date (UTC) | Operator | Outcome |\n|---|---|---|\n| 2026-01-01 | x | Success |\n';
    const gh = workspace({ gh: '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/called"\n' });
    chmodSync(gh.at('gh'), 0o755);
    const text = `# Look\n\n## Steps\n\n\`\`\`bash\necho fine\n\`\`\`\n${table}`;
    const { passed, log, git, folder } = await started(text, ['--row', 'pull-request'], {}, { PATH: `${gh.path}:${process.env['PATH'] ?? ''}` });
    expect(passed, log).toBe(true);
    const [before, branch] = ['main', 'runbook/row-42-1-0'].map((name) => git('--git-dir', folder.at('origin.git'), 'show', `${name}:shop.md`));
    expect(before).not.toContain('| ada |');
    expect(branch).toContain('| ada |');
    expect(gh.read('called')).toContain('--base\nmain\n--head\nrunbook/row-42-1-0\n--title\nRecord ');
  });
});
