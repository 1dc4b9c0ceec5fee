import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { evaluated, type JobOutcome, readWorkflow, runJob, targetsOf, type Workflow } from '../export/workflow-engine.ts';
import { type Cloud, newCloud } from '../fixtures-cloud/cloud.ts';
import { runbook, workspace, type Workspace } from './helpers/index.ts';

const APPS = ['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod', 'raxx-console-staging', 'raxx-velvet-prod'];

/** A repository with rollback.md, locked, that others can push to. */
async function repository(): Promise<{ readonly folder: Workspace; readonly git: (...args: string[]) => string; readonly clone: (name: string) => string }> {
  const folder = workspace({ 'work/rollback.md': readFileSync('runbooks/rollback.md', 'utf8') });
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder.at('work'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q', '-b', 'main');
  await runbook('lock', 'rollback.md', '--accept-open', '--operator', 'reviewer').in(folder.at('work')).expect({ status: 0 });
  git('add', '-A');
  git('commit', '-qm', 'start');
  git('clone', '-q', '--bare', '.', folder.at('origin.git'));
  return { folder, git, clone: (name) => (git('clone', '-q', folder.at('origin.git'), folder.at(name)), folder.at(name)) };
}

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
  it('drills all five apps, two at a time; the one that fails is told, and every row is pushed', async () => {
    const cloud = newCloud('--app', 'raxx-console-prod', '--fail', 'rollback-refused');
    onTestFinished(cloud.remove);
    const { folder, git, clone } = await repository();
    const { stdout } = await runbook('export', 'github', 'rollback.md', '--allow-destructive', '--max-parallel', '2', '--secret', 'HEROKU_API_KEY').in(folder.at('work')).expect({ status: 0, stderr: '' });
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
    git('fetch', '-q', folder.at('origin.git'), 'main');
    const rows = git('show', 'FETCH_HEAD:rollback.md').split('\n').filter((line) => /^\| \d{4}.*\| ada \|/.test(line));
    expect(rows.map((row) => row.split('|')[2]?.trim()).sort()).toEqual(APPS);
    expect(rows.filter((row) => row.includes('Failed'))).toHaveLength(1);
  }, 180_000);

  it('acts on one target where one is chosen, and on what is no production as a drill', async () => {
    const { folder } = await repository();
    const { stdout } = await runbook('export', 'github', 'rollback.md', '--allow-destructive', '--schedule', '0 4 * * 1').in(folder.at('work')).expect({ status: 0 });
    const workflow = readWorkflow(stdout);
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
    await runbook('export', 'github', 'held.md', '--allow-destructive').in(folder).expect({ status: 2, stdout: '', stderr: /a piece is held[^]*held\.md:\d+: step steps-1 is held: conditional[^]*--settle steps-1\.0\/conditional=run\|skip/ });
    await runbook('export', 'github', 'plain.md').in(folder).expect({ status: 2, stderr: /is destructive: it has "restart"/ });
    await runbook('export', 'circle', 'plain.md').in(folder).expect({ status: 2, stderr: /export circle: expected / });
    await runbook('export', 'github', 'held.md', '--allow-destructive', '--settle', 'steps-1.0/conditional=run').in(folder).expect({ status: 0, stdout: /RUNBOOK_SETTLE: steps-1\.0\/conditional=run/, stderr: /held\.md is not locked/ });
  });
});
